import { ActionIcon, Button, Group, NumberInput, Text, Title } from "@mantine/core";
import { ArrowUp, Download, X } from "lucide-react";
import { useState } from "react";

import { ThemePicker } from "@/shared/themes/ThemePicker";
import type { Themes } from "@/shared/themes/themes";

import { FORMS, packAddress, raised } from "../model/pack";

const MOST = 4;

/** Which themes the panel is to read, in which order, and the pack to download. */
export function Pack({ study, themes }: { study: string; themes: Themes }) {
  const [chosen, setChosen] = useState<readonly number[]>([]);
  const [most, setMost] = useState(MOST);
  return (
    <section aria-labelledby="panel-pack" className="panel-part">
      <Title order={2} size="h4" id="panel-pack">The pack</Title>
      <Text size="sm" c="dimmed">
        Under each theme a few things that different people said, without names, what is charted in plain words, and room to write. It ends with what became of earlier points. Read it before you hand it on: what people tell of themselves can give them away.
      </Text>
      <Group gap="sm" align="end">
        <ThemePicker key={chosen.length} label="Theme to read" w={320} themes={themes} value={null} onPick={(theme) => { if (theme !== null && !chosen.includes(theme)) setChosen([...chosen, theme]); }} />
        <NumberInput size="sm" w={170} label="Extracts under each" min={1} max={100} allowDecimal={false} value={most} onChange={(value) => { setMost(typeof value === "number" && value >= 1 ? value : MOST); }} />
      </Group>
      {chosen.length > 0 && (
        <ol className="panel-themes" aria-label="Themes in the pack">
          {chosen.map((theme, at) => (
            <li key={theme}>
              <span>{themes.label(theme)}</span>
              {at > 0 && <ActionIcon variant="subtle" color="gray" aria-label={`Move up: ${themes.label(theme)}`} onClick={() => { setChosen(raised(chosen, at)); }}><ArrowUp size={16} aria-hidden /></ActionIcon>}
              <ActionIcon variant="subtle" color="gray" aria-label={`Leave out: ${themes.label(theme)}`} onClick={() => { setChosen(chosen.filter((each) => each !== theme)); }}><X size={16} aria-hidden /></ActionIcon>
            </li>
          ))}
        </ol>
      )}
      {chosen.length === 0 ? (
        <Text size="sm">Choose the themes that the panel is to read; then the pack can be downloaded here.</Text>
      ) : (
        <Group gap="sm" role="group" aria-label="Download the pack">
          {FORMS.map(({ ending, label }) => (
            <Button key={ending} component="a" href={packAddress(study, chosen, most, ending)} download={`panel.${ending}`} variant={ending === "docx" ? "filled" : "default"} leftSection={<Download size={16} aria-hidden />}>
              {label} (.{ending})
            </Button>
          ))}
        </Group>
      )}
    </section>
  );
}
