import { Center, Code, Stack, Text, Title } from "@mantine/core";
import { useEffect, useState, type ReactNode } from "react";

/** The page until the server turns it away: then how to come in again, and nothing of the study. */
export function SignedOut({ children }: { children: ReactNode }) {
  const [out, setOut] = useState(false);
  useEffect(() => {
    const leave = (): void => {
      sessionStorage.clear();
      setOut(true);
    };
    window.addEventListener("trellis:signed-out", leave);
    return () => {
      window.removeEventListener("trellis:signed-out", leave);
    };
  }, []);
  if (!out) return <>{children}</>;
  return (
    <Center component="main" mih="100dvh" p="xl">
      <Stack maw={520} gap="sm">
        <Title order={1}>This page is not signed in</Title>
        <Text>
          Trellis lets a browser in by a link that works once. Start it again with <Code>trellis serve</Code>, or run{" "}
          <Code>trellis serve --link</Code> for a new link to the one that runs.
        </Text>
      </Stack>
    </Center>
  );
}
