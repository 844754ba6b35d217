import { Anchor, Button, Text } from "@mantine/core";
import { useState } from "react";
import { Link } from "react-router";

import { OnlyNow } from "@/shared/page/past";

import { wayTo, type Point } from "../model/points";
import { WaiverForm } from "./WaiverForm";

const MOST = 8;

function Targets({ study, point }: { study: string; point: Point }) {
  const rest = point.targets.length - MOST;
  return (
    <ul className="targets" aria-label="What it is about">
      {point.targets.slice(0, MOST).map((target, n) => {
        const way = wayTo(target);
        return (
          <li key={n}>
            {way === null ? target.words : <Anchor component={Link} to={`/s/${encodeURIComponent(study)}/${way}`}>{target.words}</Anchor>}
          </li>
        );
      })}
      {rest > 0 && <li>and {rest} more</li>}
    </ul>
  );
}

/** A point opened: where it leads, what the check asks, what usually resolves it, and a way to let it stand. */
export function PointBody({ study, point, told }: { study: string; point: Point; told: boolean }) {
  const [waiving, setWaiving] = useState(false);
  return (
    <div className="remark">
      {told && <Text fw={600}>{point.said}</Text>}
      {point.waived?.is_lapsed === true && (
        <Text size="sm">Was let stand by {point.waived.by} (“{point.waived.reason}”); what it rests on has changed since.</Text>
      )}
      <Targets study={study} point={point} />
      <dl>
        <dt>It asks</dt>
        <dd>{point.asks}</dd>
        <dt>It speaks up when</dt>
        <dd>{point.fires}.</dd>
        <dt>Usually resolved so</dt>
        <dd>{point.resolves}.</dd>
      </dl>
      {waiving ? (
        <WaiverForm study={study} point={point} onDone={() => { setWaiving(false); }} />
      ) : (
        <OnlyNow><div>
          <Button size="xs" variant="default" onClick={() => { setWaiving(true); }}>Let it stand, with a reason</Button>
        </div></OnlyNow>
      )}
    </div>
  );
}
