import "./components/typology.css";

import { Anchor, Button, Group, NativeSelect, TextInput } from "@mantine/core";
import { Download, Plus } from "lucide-react";
import { useState } from "react";
import { Link, useNavigate, useParams } from "react-router";

import { dataOf, http } from "@/api/client";
import { usePast } from "@/api/past";
import { Page } from "@/shared/page/Page";
import { Answered, Empty, Refused } from "@/shared/page/States";
import { tellRefusal } from "@/shared/page/tell";
import { useStudy } from "@/shared/page/useStudyName";

import { CrossingTable } from "./components/CrossingTable";
import { Dimensions, NewDimensionDialog } from "./components/Dimensions";
import { PlacingTable } from "./components/PlacingTable";
import type { Typology, TypologyStand } from "./model/types";
import { KINDS, useTypologies, useTypology } from "./model/useTypology";

/** A typology: who stands where, and the dimensions crossed; without one chosen, the typologies of the study. */
export default function TypologyScreen() {
  const study = useStudy();
  const given = useParams()["typology"];
  return given === undefined ? <Typologies study={study} /> : <OneTypology key={given} study={study} typology={Number(given)} />;
}

function Typologies({ study }: { study: string }) {
  const { query, add } = useTypologies(study);
  const past = usePast(study);
  return (
    <Page title="Typologies" about="Types of cases: dimensions made of what the worksheets hold, every case once on each, and the combinations named.">
      {past === null && <NewTypology study={study} add={add} />}
      <Answered query={query} what="Looking at the typologies">
        {(stands) => (stands.length === 0 ? <Empty title="No typology is begun yet">A typology parts the cases by two or more dimensions, such as who sets a limit and where somebody is based.</Empty> : <Stands study={study} stands={stands} />)}
      </Answered>
    </Page>
  );
}

function NewTypology({ study, add }: { study: string; add: ReturnType<typeof useTypologies>["add"] }) {
  const navigate = useNavigate();
  const [name, setName] = useState("");
  const [description, setDescription] = useState("");
  const [kind, setKind] = useState<(typeof KINDS)[number]>("person");
  const begin = async (): Promise<void> => {
    const done = await add.mutateAsync({ name, description, kind });
    const made = done.made.find((one) => one.table === "typology");
    if (made !== undefined) await navigate(`/s/${encodeURIComponent(study)}/typologies/${String(made.key[0])}`);
  };
  return (
    // A refusal stands below the fields.
    <form onSubmit={(event) => { event.preventDefault(); begin().catch(() => undefined); }}>
      <Group gap="xs" align="end" mb="md">
        <TextInput size="sm" label="New typology" placeholder="Its name" value={name} onChange={(event) => { setName(event.currentTarget.value); }} />
        <TextInput size="sm" w={320} label="What it asks" value={description} onChange={(event) => { setDescription(event.currentTarget.value); }} />
        <NativeSelect size="sm" label="Of cases that are a" value={kind} onChange={(event) => { setKind(event.currentTarget.value as (typeof KINDS)[number]); }} data={[...KINDS]} />
        <Button type="submit" size="sm" disabled={name.trim() === ""}>Begin</Button>
      </Group>
      {add.isError && <Refused error={add.error} />}
    </form>
  );
}

const HEADS = ["Dimensions", "Types", "Cases", "Not placed once", "Set aside"] as const;

function Stands({ study, stands }: { study: string; stands: readonly TypologyStand[] }) {
  return (
    <table className="quiet-table">
      <thead>
        <tr><th scope="col">Typology</th><th scope="col">Of</th>{HEADS.map((head) => <th key={head} scope="col" className="number">{head}</th>)}</tr>
      </thead>
      <tbody>
        {stands.map((one) => (
          <tr key={one.k}>
            <td><Link to={`/s/${encodeURIComponent(study)}/typologies/${String(one.k)}`}>{one.name}</Link></td>
            <td>{one.kind}</td>
            {[one.dimensions, one.types, one.cases, one.open, one.aside].map((n, at) => <td key={HEADS[at]} className="number">{n === 0 ? "" : n}</td>)}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function saved(name: string, words: string): void {
  const address = URL.createObjectURL(new Blob([words], { type: "application/toml" }));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}

function OneTypology({ study, typology }: { study: string; typology: number }) {
  const working = useTypology(study, typology);
  const reading = usePast(study) !== null;
  const [adding, setAdding] = useState(false);
  const { data } = working.query;
  const save = async (): Promise<void> => {
    const text = dataOf(await http.GET("/api/studies/{study}/typologies/{typology}/lens", { params: { path: { study, typology } }, parseAs: "text" }));
    saved(`${data?.name ?? "typology"}.toml`, text);
  };
  return (
    <Page
      wide
      title={data?.name ?? "Typology"}
      about={data?.description === "" ? `A typology of ${data.kind} cases` : data?.description}
      actions={
        <>
          <Anchor component={Link} to={`/s/${encodeURIComponent(study)}/typologies`} size="sm">All typologies</Anchor>
          <Button size="sm" leftSection={<Plus size={16} aria-hidden />} onClick={() => { setAdding(true); }}>Add a dimension</Button>
          <Button size="sm" variant="default" leftSection={<Download size={16} aria-hidden />} onClick={() => { save().catch((error: unknown) => { tellRefusal(error, "It is no lens yet"); }); }}>Save as lens</Button>
        </>
      }
    >
      <Answered query={working.query} what="Reading the typology">{(now) => <Whole study={study} now={now} working={working} reading={reading} />}</Answered>
      {adding && <NewDimensionDialog study={study} working={working} onClose={() => { setAdding(false); }} />}
    </Page>
  );
}

function Whole({ study, now, working, reading }: { study: string; now: Typology; working: ReturnType<typeof useTypology>; reading: boolean }) {
  if (now.dimensions.length === 0) {
    return <Empty title="No dimension yet">Add two or more: their values are the categories of a worksheet, or names of your own. Every case is then placed once on each.</Empty>;
  }
  return (
    <div className="ty">
      <section aria-label="Cases on the dimensions">
        <h2>Dimensions</h2>
        <Dimensions now={now} working={working} reading={reading} />
        <PlacingTable now={now} working={working} reading={reading} />
      </section>
      <section aria-label="Combinations">
        <h2>Combinations</h2>
        {now.missing === "" ? <CrossingTable study={study} now={now} working={working} reading={reading} /> : <p className="ty-facts">{now.missing}</p>}
      </section>
    </div>
  );
}
