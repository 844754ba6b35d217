import { Button, Group, Text, Title } from "@mantine/core";
import { Plus } from "lucide-react";

import { OnlyNow } from "@/shared/page/past";

import type { Theme } from "../model/types";
import type { Dialog } from "./dialogs";

/** The open codes that wait for their place in the framework. */
export function OpenCodes({ codes, current, onSelect, onDialog }: {
  codes: readonly Theme[];
  current: number;
  onSelect: (k: number) => void;
  onDialog: (dialog: Dialog) => void;
}) {
  return (
    <section className="codes" aria-labelledby="open-codes">
      <Group justify="space-between" mb={6}>
        <Title order={2} size="h3" id="open-codes">
          Open codes {codes.length > 0 && <Text component="span" c="dimmed" size="sm">{codes.length} waiting to be placed</Text>}
        </Title>
        <OnlyNow><Button size="compact-sm" variant="default" leftSection={<Plus size={14} aria-hidden />} onClick={() => { onDialog({ kind: "code" }); }}>
          Code
        </Button></OnlyNow>
      </Group>
      {codes.length === 0 ? (
        <Text size="sm" c="dimmed">
          None. Labels made while reading come to stand here until they are placed or merged.
        </Text>
      ) : (
        <div className="chips">
          {codes.map((code) => (
            <button key={code.k} type="button" className="pick" aria-pressed={code.k === current} onClick={() => { onSelect(code.k); }}>
              {code.name} <Text component="span" c="dimmed" size="xs">{code.codings}</Text>
            </button>
          ))}
        </div>
      )}
    </section>
  );
}
