import { Button, Group, Progress, Text } from "@mantine/core";

/** How far the check is, and a way to stop it. */
export function Going({ what, done, total, detail, onStop }: { what: string; done: number; total: number; detail: string; onStop: () => void }) {
  return (
    <section className="going" aria-label={what}>
      <Group justify="space-between" mb={6}>
        <Text fw={600} role="status">{total === 0 ? what : `${what} ${String(done)} of ${String(total)}`}</Text>
        <Button size="compact-sm" variant="default" onClick={onStop}>Stop</Button>
      </Group>
      <Progress value={total === 0 ? 0 : (100 * done) / total} aria-label={what} />
      <Text size="sm" c="dimmed" mt={4}>{detail}</Text>
    </section>
  );
}
