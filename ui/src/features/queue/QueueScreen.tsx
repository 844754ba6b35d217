import "./components/queue.css";

import { Button } from "@mantine/core";
import type { ReactNode } from "react";
import { Link } from "react-router";

import { counted } from "@/shared/page/when";
import { Page } from "@/shared/page/Page";
import { Answered } from "@/shared/page/States";
import { OnlyNow } from "@/shared/page/past";
import { useStudy } from "@/shared/page/useStudyName";

import { AskedCell } from "./components/AskedCell";
import { Assign } from "./components/Assign";
import { assignmentAt } from "./model/places";
import { useQueue, type Assigned, type Deeds, type Queue } from "./model/useQueue";

/** What waits for whom: cells returned to me, cells I returned, cells to review, assignments. */
export default function QueueScreen() {
  const study = useStudy();
  const deeds = useQueue(study);
  return (
    <Page title="Queue" wide about="What waits for you in the chart, what you returned, and who should do what.">
      <Answered query={deeds.query} what="Looking at what waits">{(queue) => <Waits study={study} queue={queue} deeds={deeds} />}</Answered>
    </Page>
  );
}

function Part({ title, none, count, children, wide = false }: { title: string; none: string; count: number; children: ReactNode; wide?: boolean }) {
  return (
    <section aria-label={title} className={wide ? "wide" : undefined}>
      <h2>{title}{count > 0 && ` (${String(count)})`}</h2>
      {count === 0 ? <p className="queue-none">{none}</p> : <ul className="queue-list">{children}</ul>}
    </section>
  );
}

function Waits({ study, queue, deeds }: { study: string; queue: Queue; deeds: Deeds }) {
  const key = (cell: { case: number; wave: number; theme: number }): string => `${String(cell.case)} ${String(cell.wave)} ${String(cell.theme)}`;
  const base = `/s/${encodeURIComponent(study)}`;
  return (
    <div className="queue">
      <Part title="Returned to you" none="No cell of yours was returned." count={queue.to_answer.length}>
        {queue.to_answer.map((cell) => <AskedCell key={key(cell)} study={study} cell={cell} onAnswer={(text) => { deeds.answer.mutate({ cell, text }); }} />)}
      </Part>
      <Part title="You returned" none="Nothing that you returned is open." count={queue.returned.length}>
        {queue.returned.map((cell) => <AskedCell key={key(cell)} study={study} cell={cell} onReview={() => { deeds.review.mutate(cell); }} />)}
      </Part>
      <Part title="For you to do" none="Nothing is assigned to you." count={queue.mine.length}>
        {queue.mine.map((one) => <Assignment key={one.k} base={base} one={one} onDone={() => { deeds.tick.mutate(one.k); }} />)}
      </Part>
      <Part title="For others to do" none="Nothing is assigned to anybody else." count={queue.others.length}>
        {queue.others.map((one) => <Assignment key={one.k} base={base} one={one} onDone={() => { deeds.tick.mutate(one.k); }} />)}
      </Part>
      <OnlyNow><section aria-label="Assign" className="wide">
        <h2>Assign</h2>
        <Assign study={study} people={queue.people} assign={deeds.assign} />
      </section></OnlyNow>
      <Part title="To review" none="No cell that somebody else charted waits for a review." count={queue.to_review.length} wide>
        {queue.to_review.map((one) => (
          <li key={`${String(one.theme)} ${one.writer}`} className="queue-what">
            <Link to={`${base}/chart?theme=${String(one.theme)}&state=charted`}>{one.number} {one.theme_name}</Link>
            <span className="queue-facts">{counted(one.cells, "cell")} charted by {one.writer}</span>
          </li>
        ))}
      </Part>
    </div>
  );
}

function Assignment({ base, one, onDone }: { base: string; one: Assigned; onDone: () => void }) {
  const to = assignmentAt(one);
  const words = [one.task, one.about].filter((each) => each !== "").join(" ");
  return (
    <li className="queue-what">
      <span>{to === null ? words : <Link to={`${base}/${to}`}>{words}</Link>} <span className="queue-facts">{one.person}{one.due !== null && `, by ${one.due}`}</span></span>
      <OnlyNow><Button size="compact-xs" variant="default" aria-label={`Done: ${words}`} onClick={onDone}>Done</Button></OnlyNow>
    </li>
  );
}
