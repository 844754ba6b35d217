import { Button, Group, Progress, Text, Title } from "@mantine/core";

import { Refused } from "@/shared/page/States";
import { counted } from "@/shared/page/when";

import type { Import } from "../model/useImport";
import { ImportPreview, Items } from "./ImportPreview";

function Going({ what, done, total, detail, onStop }: { what: string; done: number; total: number; detail: string; onStop?: () => void }) {
  return (
    <section className="import-box" aria-label={what}>
      <Group justify="space-between" mb={6}>
        <Text fw={600} role="status">{what} {done} of {total}</Text>
        {onStop !== undefined && <Button size="compact-sm" variant="default" onClick={onStop}>Stop</Button>}
      </Group>
      <Progress value={total === 0 ? 0 : (100 * done) / total} aria-label={what} />
      <Text size="sm" c="dimmed" mt={4}>{detail}</Text>
    </section>
  );
}

/** An import from its first file to what came in. */
export function ImportBox({ batch, waves }: { batch: Import; waves: readonly string[] }) {
  const { stage, job } = batch;
  switch (stage.at) {
    case "idle":
      return null;
    case "sending":
      return <Going what="Taking files in" done={stage.done} total={stage.total} detail={stage.name} />;
    case "reading":
    case "coming":
      return (
        <Going
          what={stage.at === "reading" ? "Looking at files" : "Bringing in"}
          done={job?.done ?? 0}
          total={job?.total ?? 0}
          detail={job?.step ?? ""}
          onStop={batch.stop}
        />
      );
    case "looked":
      return <ImportPreview found={stage.found} batch={batch} waves={waves} />;
    case "in": {
      const came = stage.brought.items.filter((item) => item.outcome === "in").length;
      const others = stage.brought.items.filter((item) => item.outcome !== "in");
      return (
        <section className="import-box" aria-label="What came in">
          <Group justify="space-between">
            <div role="status"><Title order={2}>{counted(came, "source")} came in{stage.brought.stopped ? "; the rest was stopped" : ""}</Title></div>
            <Button size="compact-sm" variant="default" onClick={batch.clear}>Close</Button>
          </Group>
          {others.length > 0 && <Items items={others} />}
        </section>
      );
    }
    case "failed":
      return (
        <div style={{ marginBottom: "1rem" }}>
          <Refused error={stage.error} title="The batch did not come in" />
          <Button size="compact-sm" variant="default" mt="xs" onClick={batch.clear}>Close</Button>
        </div>
      );
  }
}
