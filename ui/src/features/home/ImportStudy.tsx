import { Button, Group, Modal, PasswordInput, Progress, Stack, Text } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { Upload } from "lucide-react";
import { useRef, useState } from "react";
import { useNavigate } from "react-router";

import { Problem, wordsOf } from "@/api/problem";
import { Refused } from "@/shared/page/States";
import { tell } from "@/shared/page/tell";

import { requireStudy, sendStudy, takeIn, throwAway } from "./arrive";
import { shelfKey } from "./shelf";

type Stage = { at: "choosing" } | { at: "sending"; share: number } | { at: "checking" } | { at: "asking"; what: "passphrase" | "again" } | { at: "refused"; error: unknown };

/** A study's file from elsewhere comes into the library: dropped or chosen, sent, checked, taken in. */
export function ImportStudy({ dropped, onClose }: { dropped: File | null; onClose: () => void }) {
  const [file, setFile] = useState(dropped);
  const [arrival] = useState(() => crypto.randomUUID());
  const [stage, setStage] = useState<Stage>({ at: "choosing" });
  const [passphrase, setPassphrase] = useState("");
  const [error, setError] = useState<unknown>(null);
  const input = useRef<HTMLInputElement>(null);
  const navigate = useNavigate();
  const cache = useQueryClient();

  const take = async (name: string, again: boolean): Promise<void> => {
    setStage({ at: "checking" });
    setError(null);
    try {
      const made = await takeIn(arrival, { name, passphrase: passphrase === "" ? null : passphrase, again });
      await cache.invalidateQueries({ queryKey: shelfKey });
      tell(`“${made}” is among your studies.`);
      onClose();
      void navigate(passphrase === "" ? `/s/${encodeURIComponent(made)}/` : "/");
    } catch (found: unknown) {
      const slug = found instanceof Problem ? found.slug : "";
      if (slug === "locked" || slug === "wrong-passphrase") {
        if (slug === "wrong-passphrase") setError(new Error("The passphrase does not open this study."));
        setStage({ at: "asking", what: "passphrase" });
      } else if (slug === "already-there") {
        setError(found);
        setStage({ at: "asking", what: "again" });
      } else setStage({ at: "refused", error: found });
    }
  };
  const begin = (chosen: File): void => {
    setFile(chosen);
    setStage({ at: "sending", share: 0 });
    const arrive = async (): Promise<void> => {
      await requireStudy(chosen);
      await sendStudy(chosen, arrival, (share) => { setStage({ at: "sending", share }); });
      await take(chosen.name, false);
    };
    arrive().catch((found: unknown) => { setStage({ at: "refused", error: found }); });
  };
  const leave = (): void => {
    if (stage.at === "asking") void throwAway(arrival);
    onClose();
  };
  return (
    <Modal opened onClose={leave} title="Import a study" size="lg" closeButtonProps={{ "aria-label": "Close" }}>
      <Stack gap="sm">
        {stage.at === "choosing" && (
          <>
            <Text size="sm">A study is one file that ends in .trellis: a backup, or a copy from another computer. It is checked whole before it is taken in.</Text>
            <Group>
              {file !== null && <Button onClick={() => { begin(file); }} data-autofocus>Import {file.name}</Button>}
              <Button variant={file === null ? "filled" : "default"} leftSection={<Upload size={15} aria-hidden />} onClick={() => input.current?.click()}>Choose a file</Button>
            </Group>
            <input ref={input} type="file" hidden aria-label="Study to import" accept=".trellis" onChange={(event) => { const chosen = event.currentTarget.files?.[0]; if (chosen !== undefined) begin(chosen); }} />
          </>
        )}
        {stage.at === "sending" && <div role="status"><Text size="sm">{file?.name} is coming in</Text><Progress value={stage.share * 100} aria-label="How much has come in" mt={6} /></div>}
        {stage.at === "checking" && <Text size="sm" role="status">{file?.name} is being checked …</Text>}
        {stage.at === "asking" && stage.what === "passphrase" && (
          <form
            onSubmit={(event) => {
              event.preventDefault();
              void take(file?.name ?? "study", false);
            }}
          >
            <Stack gap="sm">
              <Text size="sm">{file?.name} is encrypted.</Text>
              <PasswordInput label="Passphrase" value={passphrase} error={error === null ? null : wordsOf(error)} onChange={(event) => { setPassphrase(event.currentTarget.value); }} data-autofocus />
              <Group justify="flex-end"><Button type="submit" disabled={passphrase === ""}>Import</Button></Group>
            </Stack>
          </form>
        )}
        {stage.at === "asking" && stage.what === "again" && (
          <>
            <Text size="sm" role="alert">{wordsOf(error).replace(/ \(`trellis merge`\)/, "")}.</Text>
            <Group justify="flex-end">
              <Button variant="default" onClick={leave}>Leave it</Button>
              <Button onClick={() => { void take(file?.name ?? "study", true); }}>Take it in beside the other</Button>
            </Group>
          </>
        )}
        {stage.at === "refused" && (
          <>
            <Refused error={stage.error} title="This was not imported" />
            <Group justify="flex-end"><Button variant="default" onClick={() => { setFile(null); setStage({ at: "choosing" }); }}>Choose another file</Button></Group>
          </>
        )}
      </Stack>
    </Modal>
  );
}
