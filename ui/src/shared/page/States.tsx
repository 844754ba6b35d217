import { Alert, Loader, Paper, Stack, Text } from "@mantine/core";
import type { ReactNode } from "react";

import { wordsOf } from "@/api/problem";

/** Nothing here yet: why, and what to do next. */
export function Empty({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <Paper withBorder p="xl" radius="md">
      <Stack gap="xs" align="flex-start">
        <Text fw={600}>{title}</Text>
        {children}
      </Stack>
    </Paper>
  );
}

/** What went wrong, in the server's words. */
export function Refused({ error, title = "That did not work" }: { error: unknown; title?: string }) {
  return (
    <Alert color="red" variant="light" title={title} role="alert">
      <Text c="var(--mantine-color-text)">{wordsOf(error)}</Text>
    </Alert>
  );
}

/** Something is being read. Small, and announced once. */
export function Waiting({ what = "Reading" }: { what?: string }) {
  return (
    <div role="status" style={{ padding: "2rem" }}>
      <Loader size="sm" aria-hidden /> <span>{what} …</span>
    </div>
  );
}

/** A query's answer, or how it stands. */
export function Answered<T>({ query, what, children }: {
  query: { data: T | undefined; error: unknown; isPending: boolean };
  what?: string;
  children: (data: T) => ReactNode;
}) {
  if (query.data !== undefined) return <>{children(query.data)}</>;
  if (query.error !== null && query.error !== undefined) return <Refused error={query.error} />;
  return what === undefined ? <Waiting /> : <Waiting what={what} />;
}
