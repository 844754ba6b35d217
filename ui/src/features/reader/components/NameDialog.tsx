import { Button, Checkbox, Group, Modal, PasswordInput, TextInput } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { useState } from "react";

import { Refused, Waiting } from "@/shared/page/States";
import { counted } from "@/shared/page/when";

import { useForeseen, type Foreseen, type NameGiven, type Names } from "../hooks/useNames";

/** A name is replaced by its pseudonym in every text: its forms and places are shown first. */
export default function NameDialog({ study, names, name, onClose }: { study: string; names: Names; name: string; onClose: () => void }) {
  const { standing } = names;
  return (
    <Modal opened onClose={onClose} title="Replace a name by its pseudonym" size="xl" closeButtonProps={{ "aria-label": "Close" }}>
      {standing === null && <Waiting what="Looking for the file of pseudonyms" />}
      {standing !== null && !standing.is_open && <OpenKey names={names} isNew={!standing.exists} />}
      {standing?.is_open === true && <Replacing study={study} names={names} name={name} onClose={onClose} />}
    </Modal>
  );
}

function OpenKey({ names, isNew }: { names: Names; isNew: boolean }) {
  const [passphrase, setPassphrase] = useState("");
  const [again, setAgain] = useState("");
  const { open } = names;
  const fits = passphrase !== "" && (!isNew || passphrase === again);
  return (
    <form
      className="name-dialog"
      onSubmit={(event) => {
        event.preventDefault();
        if (fits) open.mutate(passphrase);
      }}
    >
      <p>
        Which name stands behind a pseudonym is not kept in the study: it goes to a file beside it, encrypted under a passphrase of its own.
        {isNew ? " Nobody can open that file without it; write it down in a safe place." : ""}
      </p>
      <PasswordInput label={isNew ? "New passphrase" : "Passphrase of the file of pseudonyms"} value={passphrase} onChange={(event) => { setPassphrase(event.currentTarget.value); }} data-autofocus />
      {isNew && <PasswordInput label="The same again" value={again} error={again !== "" && again !== passphrase ? "The two differ" : null} onChange={(event) => { setAgain(event.currentTarget.value); }} />}
      {open.error !== null && <Refused error={open.error} />}
      <Group justify="flex-end"><Button type="submit" disabled={!fits} loading={open.isPending}>{isNew ? "Make the file" : "Open the file"}</Button></Group>
    </form>
  );
}

function Replacing({ study, names, name, onClose }: { study: string; names: Names; name: string; onClose: () => void }) {
  const [given, setGiven] = useState<NameGiven>({ name, pseudonym: "", bracketed: false, also: [], leave: [], in_notes: false, again: false });
  const [asked] = useDebouncedValue(given, 250);
  const foreseen = useForeseen(study, asked);
  const { replace } = names;
  const change = (more: Partial<NameGiven>): void => { setGiven({ ...given, ...more }); };
  const isShown = foreseen.data !== undefined && !foreseen.isPlaceholderData && asked === given;
  const places = foreseen.data?.places ?? 0;
  return (
    <form
      className="name-dialog"
      onSubmit={(event) => {
        event.preventDefault();
        replace.mutate(given, { onSuccess: onClose });
      }}
    >
      <Group grow align="flex-start">
        <TextInput label="Name that goes" value={given.name} onChange={(event) => { change({ name: event.currentTarget.value, also: [], leave: [] }); }} />
        <TextInput label="Pseudonym" value={given.pseudonym} onChange={(event) => { change({ pseudonym: event.currentTarget.value }); }} data-autofocus />
      </Group>
      <Group gap="lg">
        <Checkbox label="Mark it: [Maria]" checked={given.bracketed} onChange={(event) => { change({ bracketed: event.currentTarget.checked }); }} />
        <Checkbox label="In memos, statements and names of cases as well" checked={given.in_notes} onChange={(event) => { change({ in_notes: event.currentTarget.checked }); }} />
      </Group>
      {foreseen.error !== null && <Refused error={foreseen.error} />}
      {foreseen.data !== undefined && given.pseudonym.trim() !== "" && <Foresight told={foreseen.data} given={given} onChange={change} />}
      {replace.error !== null && <Refused error={replace.error} />}
      <Group justify="flex-end">
        <Button variant="default" onClick={onClose}>Leave</Button>
        <Button type="submit" disabled={!isShown || (places === 0 && !given.in_notes)} loading={replace.isPending}>{isShown ? `Replace in ${counted(places, "place")}` : "Replace"}</Button>
      </Group>
    </form>
  );
}

function Foresight({ told, given, onChange }: { told: Foreseen; given: NameGiven; onChange: (more: Partial<NameGiven>) => void }) {
  const set = (form: string, isTaken: boolean, wasTaken: boolean): void => {
    const without = (list: readonly string[]): string[] => list.filter((each) => each !== form);
    const also = without(given.also ?? []);
    const leave = without(given.leave ?? []);
    // A form in small letters has to be meant; one with a capital has to be left.
    if (isTaken && !wasTaken && !(given.leave ?? []).includes(form)) onChange({ also: [...also, form], leave });
    else if (!isTaken && !(given.also ?? []).includes(form)) onChange({ also, leave: [...leave, form] });
    else onChange({ also, leave });
  };
  // What was ticked holds at once; the server's answer follows.
  const isTaken = (one: Foreseen["forms"][number]): boolean => (given.leave ?? []).includes(one.form) ? false : (given.also ?? []).includes(one.form) || one.replaced;
  return (
    <>
      {told.notes.map((note) => <p key={note} className="notice">{note}</p>)}
      {told.forms.length === 0 ? <p>The name stands in no text.</p> : (
        <table className="quiet-table">
          <caption className="vh">Forms of the name in the texts</caption>
          <thead><tr><th scope="col">Form</th><th scope="col" className="number">Times</th><th scope="col">Becomes</th></tr></thead>
          <tbody>
            {told.forms.map((one) => (
              <tr key={one.form}>
                <td><Checkbox label={one.form} checked={isTaken(one)} onChange={(event) => { set(one.form, event.currentTarget.checked, isTaken(one)); }} /></td>
                <td className="number">{one.times}</td>
                <td>{isTaken(one) ? one.becomes : "stays"}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {told.shown.values.length > 0 && (
        <details open>
          <summary>{counted(told.places, "place")}{told.places > told.shown.values.length ? `, the first ${String(told.shown.values.length)} here` : ""}</summary>
          <ul className="places">
            {told.shown.values.map(([source, before, spelt, after], at) => <li key={at}><b>{source}</b> … {before}<mark>{spelt}</mark>{after} …</li>)}
          </ul>
        </details>
      )}
      {told.left.values.length > 0 && !given.in_notes && (
        <details>
          <summary>{counted(told.left.values.length, "place")} outside the texts keep the name</summary>
          <ul className="places">{told.left.values.map(([where, field, words], at) => <li key={at}><b>{where}, {field}</b>: {words}</li>)}</ul>
        </details>
      )}
      <p className="quiet">Nicknames and misspellings are names of their own. Codings, memos and links move along.</p>
    </>
  );
}
