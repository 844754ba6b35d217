import { Button } from "@mantine/core";
import { Upload } from "lucide-react";
import { useRef, useState, type DragEvent, type ReactNode } from "react";

import { filesOfDrop, filesOfInput } from "@/shared/files/dropped";
import { tell, tellRefusal } from "@/shared/page/tell";

import { outcome } from "../model/filling";
import { useFilling } from "../model/useFilling";
import { FillDialog } from "./FillDialog";
import "./filling.css";

type Filled = ReturnType<typeof useFilling>;

/** A workbook that comes back filled in, chosen by the button or dropped anywhere on the chart. */
export function useFillArea(study: string): Filled {
  return useFilling(study, (filling) => { tell(outcome(filling)); });
}

export function FillButton({ filled }: { filled: Filled }) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button size="compact-sm" variant="default" leftSection={<Upload size={15} aria-hidden />} onClick={() => input.current?.click()} title="An exported workbook that somebody filled in; it can be dropped on the chart as well">
        Bring back
      </Button>
      <input
        ref={input}
        type="file"
        accept=".xlsx"
        hidden
        aria-label="A filled-in workbook"
        onChange={(event) => {
          const found = event.currentTarget.files === null ? [] : filesOfInput(event.currentTarget.files);
          event.currentTarget.value = "";
          if (found[0] !== undefined) filled.look(found[0]);
        }}
      />
    </>
  );
}

function hasFiles(event: DragEvent): boolean {
  return event.dataTransfer.types.includes("Files");
}

/** The chart as a place to drop a workbook on, with the dialog that shows what it brings. */
export function FillArea({ filled, panel, children }: { filled: Filled; panel: boolean; children: ReactNode }) {
  const [over, setOver] = useState(false);
  const { stage } = filled;
  const drop = async (items: DataTransferItemList): Promise<void> => {
    const [found, ...more] = await filesOfDrop(items);
    if (found === undefined) return;
    if (more.length > 0) tellRefusal(new Error("Drop one workbook at a time."), "More than one file");
    else filled.look(found);
  };
  return (
    <div
      className="chart"
      data-panel={panel}
      onDragOver={(event) => {
        if (!hasFiles(event)) return;
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={(event) => {
        if (!(event.relatedTarget instanceof Node && event.currentTarget.contains(event.relatedTarget))) setOver(false);
      }}
      onDrop={(event) => {
        if (!hasFiles(event)) return;
        event.preventDefault();
        setOver(false);
        void drop(event.dataTransfer.items);
      }}
    >
      {children}
      {over && <div className="fill-over">Drop the workbook to see what it brings</div>}
      {stage.at !== "idle" && (
        <FillDialog
          stage={stage}
          onWrite={(theirs) => { filled.write(stage.name, theirs); }}
          onClose={filled.clear}
        />
      )}
    </div>
  );
}
