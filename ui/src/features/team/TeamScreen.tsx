import "./components/team.css";

import { Badge, Button, Group } from "@mantine/core";
import { Plus } from "lucide-react";
import { useState } from "react";
import { Link } from "react-router";

import { api } from "@/api/client";
import { usePast } from "@/api/past";
import { Page } from "@/shared/page/Page";
import { QuietTable } from "@/shared/page/QuietTable";
import { Answered } from "@/shared/page/States";
import { useInSight } from "@/shared/page/useInSight";
import { useStudy } from "@/shared/page/useStudyName";
import { counted } from "@/shared/page/when";
import { useRounds, type Round } from "@/shared/rounds/useRounds";

import { NewRoundDialog } from "./components/NewRoundDialog";
import { People } from "./components/People";
import { useRoundWrites } from "./model/useTeam";

/** Rounds of coding: which are open, which are closed and wait to be settled, and which one is the index. */
export default function TeamScreen() {
  const study = useStudy();
  const rounds = useRounds(study);
  const [isNew, setNew] = useState(false);
  const [made, setMade] = useState<number | null>(null);
  useInSight(made === null ? null : roundId(made));
  return (
    <Page
      title="Team and rounds"
      about="Who works here and what they may do. A round holds the codings made for one purpose; where its coders differ is talked about with the words, and settled."
      actions={<Button leftSection={<Plus size={16} aria-hidden />} onClick={() => { setNew(true); }}>Open a round</Button>}
    >
      <People study={study} />
      <h2 className="team-rounds">Rounds of coding</h2>
      <Answered query={rounds} what="Reading the rounds">
        {(listed) => (
          <ul className="rounds">
            {listed.map((round) => <OneRound key={round.k} study={study} round={round} />)}
          </ul>
        )}
      </Answered>
      {isNew && <NewRoundDialog study={study} onMade={setMade} onClose={() => { setNew(false); }} />}
    </Page>
  );
}

function roundId(round: number): string {
  return `round-${String(round)}`;
}

function OneRound({ study, round }: { study: string; round: Round }) {
  const { close } = useRoundWrites(study);
  const past = usePast(study);
  const [isCarrying, setCarrying] = useState(false);
  const address = `/s/${encodeURIComponent(study)}`;
  return (
    <li id={roundId(round.k)}>
      <div className="round-head">
        <h3>{round.name}</h3>
        {round.adopted && <Badge variant="light">the index</Badge>}
        {round.blind && <Badge variant="default">blind</Badge>}
        <Badge variant="default">{round.closed ? "closed" : "open"}</Badge>
      </div>
      <p>
        {round.purpose} · {counted(round.codings, "coding")}
        {round.framework === null ? "" : ` · framework ${round.framework}`}
        {round.blind && !round.closed && " · everybody sees only their own codings until it is closed"}
      </p>
      <Group gap="xs">
        {!round.closed && <Button component={Link} to={`${address}/read${round.adopted ? "" : `?round=${String(round.k)}`}`} size="compact-sm" variant="default">Index in it</Button>}
        {!(round.blind && !round.closed) && <Button component={Link} to={`${address}/team/${String(round.k)}`} size="compact-sm" variant="default">Disagreements of {round.name}</Button>}
        {past === null && !round.closed && !round.adopted && <Button size="compact-sm" variant="default" onClick={() => { close.mutate(round.k); }}>Close {round.name}</Button>}
        {past === null && round.closed && !round.adopted && <Button size="compact-sm" variant="default" onClick={() => { setCarrying(!isCarrying); }} aria-expanded={isCarrying}>Carry {round.name} into the index …</Button>}
      </Group>
      {isCarrying && <Carrying study={study} round={round} onDone={() => { setCarrying(false); }} />}
    </li>
  );
}

function Carrying({ study, round, onDone }: { study: string; round: Round; onDone: () => void }) {
  const told = api.useQuery("get", "/api/studies/{study}/rounds/{round}/carrying", { params: { path: { study, round: round.k } } }, { retry: false, staleTime: 0 });
  const { carry } = useRoundWrites(study);
  return (
    <Answered query={told} what="Looking what would come in">
      {(table) => (
        <div className="carrying">
          <QuietTable table={table} caption />
          <Group gap="xs" mt="xs">
            <Button size="compact-sm" loading={carry.isPending} onClick={() => { carry.mutate(round.k, { onSuccess: onDone }); }}>Carry it into the index</Button>
            <Button size="compact-sm" variant="default" onClick={onDone}>Leave</Button>
          </Group>
        </div>
      )}
    </Answered>
  );
}
