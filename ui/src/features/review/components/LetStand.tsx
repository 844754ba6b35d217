import { Button, Text, Title } from "@mantine/core";

import { OnlyNow } from "@/shared/page/past";
import { tellRefusal } from "@/shared/page/tell";

import { stands, type Point, type StudyReview } from "../model/points";
import { useWaiving } from "../model/useWaiving";

function Waived({ study, point }: { study: string; point: Point }) {
  const waiving = useWaiving(study, () => undefined, tellRefusal);
  return (
    <li className="let-stand">
      <div>
        <Text>{point.said}</Text>
        <Text size="sm" c="dimmed">{point.waived?.by}: {point.waived?.reason}</Text>
      </div>
      <OnlyNow><Button size="xs" variant="default" aria-label={`Take up again: ${point.said}`} loading={waiving.isPending} onClick={() => { waiving.mutate({ point: point.key, reason: null }); }}>
        Take up again
      </Button></OnlyNow>
    </li>
  );
}

/** The points that somebody lets stand, each with the reason. */
export function LetStand({ study, review }: { study: string; review: StudyReview }) {
  const found = review.points.filter((point) => !stands(point));
  if (found.length === 0) return null;
  return (
    <section aria-labelledby="let-stand">
      <Title order={2} size="h4" id="let-stand" mt="xl" mb="xs">Let stand, with reasons</Title>
      <ul className="remark-list">{found.map((point) => <Waived key={point.key} study={study} point={point} />)}</ul>
    </section>
  );
}
