import { Button, Group, SegmentedControl, Text, Title } from "@mantine/core";
import { Printer } from "lucide-react";
import type { ReactNode } from "react";
import { Link } from "react-router";

import { useCommands } from "@/shared/commands/commands";
import { useFilters } from "@/shared/filters/useFilters";
import { usePageTitle } from "@/shared/page/Page";

import { footWords, usePaper, type Foot } from "../model/paper";
import type { Paper } from "../model/sheets";
import "./print.css";

/** The paper that the address asks for. */
export function usePaperSize(otherwise: Paper): Paper {
  const given = useFilters().value("paper");
  return given === "A3" || given === "A4" ? given : otherwise;
}

/** A page for printing: its heading and choices above, which paper leaves out, and what goes on the sheets. */
export function PaperPage({ title, back, foot, paper, across, controls, children }: {
  title: string;
  back: { to: string; words: string };
  foot: Foot | undefined;
  paper: Paper;
  across: boolean;
  controls?: ReactNode;
  children: ReactNode;
}) {
  const filters = useFilters();
  usePageTitle(title);
  usePaper(paper, across, foot);
  const print = (): void => { window.print(); };
  useCommands([{ id: "print", label: "Print this page", group: "Print", run: print }], []);
  return (
    <div className="paper-page" data-paper={paper}>
      <header className="paper-head">
        <Title order={1}>{title}</Title>
        <Group gap="sm" align="center">
          {controls}
          <SegmentedControl
            size="xs"
            aria-label="Paper"
            data={["A4", "A3"]}
            value={paper}
            onChange={(value) => { filters.set("paper", value); }}
          />
          <Button size="compact-md" leftSection={<Printer size={15} aria-hidden />} onClick={print}>Print</Button>
          <Link to={back.to}>{back.words}</Link>
        </Group>
        <Text size="sm" c="dimmed" maw="62rem">
          Heads stand on every sheet, and the right margin stays blank for notes.
          {foot !== undefined && <> At the foot: {footWords(foot)}</>}
        </Text>
      </header>
      <div className="paper" data-across={across}>{children}</div>
    </div>
  );
}
