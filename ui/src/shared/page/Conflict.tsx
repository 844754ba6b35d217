import { Group, Text } from "@mantine/core";

/** Both texts of what was changed elsewhere while somebody changed it here, to choose from. */
export function Conflict({ what = "line", mine, theirs, onMine, onTheirs }: { what?: string; mine: string; theirs: string; onMine: () => void; onTheirs: () => void }) {
  return (
    <div role="alert" className="conflict">
      <Text size="sm" fw={600}>Somebody changed this {what} meanwhile.</Text>
      <Text size="sm">Theirs: {theirs}</Text>
      <Text size="sm">Yours: {mine}</Text>
      <Group gap="xs" mt={4}>
        <button type="button" className="pick" onClick={onMine}>Keep mine</button>
        <button type="button" className="pick" onClick={onTheirs}>Take theirs</button>
      </Group>
    </div>
  );
}
