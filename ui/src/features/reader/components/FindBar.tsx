import { ActionIcon, TextInput } from "@mantine/core";
import { ChevronDown, ChevronUp, X } from "lucide-react";
import { Link } from "react-router";

import type { FindIn } from "../hooks/useFindIn";

/** Find in this source; and the way to the same words in all of them. */
export function FindBar({ find, study, onLeave }: { find: FindIn; study: string; onLeave: () => void }) {
  if (!find.isOpen) return null;
  const leave = (): void => {
    find.close();
    onLeave();
  };
  return (
    <div className="find-bar" role="search" aria-label="Find in this source">
      <TextInput
        size="xs"
        aria-label="Find in this source"
        placeholder="Find in this source"
        value={find.words}
        autoFocus
        onChange={(event) => { find.look(event.currentTarget.value); }}
        onKeyDown={(event) => {
          if (event.key === "Enter") find.go(event.shiftKey ? -1 : 1);
          else if (event.key === "Escape") leave();
          else return;
          event.preventDefault();
        }}
      />
      <span role="status" style={{ fontSize: "0.8125rem", minWidth: "4.2rem" }}>
        {find.words === "" ? "" : find.count === 0 ? "not found" : `${String(find.at + 1)} of ${String(find.count)}`}
      </span>
      <ActionIcon variant="subtle" size={26} aria-label="Previous place" disabled={find.count === 0} onClick={() => { find.go(-1); }}><ChevronUp size={16} aria-hidden /></ActionIcon>
      <ActionIcon variant="subtle" size={26} aria-label="Next place" disabled={find.count === 0} onClick={() => { find.go(1); }}><ChevronDown size={16} aria-hidden /></ActionIcon>
      <Link to={`/s/${encodeURIComponent(study)}/search?q=${encodeURIComponent(find.words)}`} style={{ fontSize: "0.8125rem" }}>In all sources</Link>
      <ActionIcon variant="subtle" color="gray" size={26} aria-label="Close find" onClick={leave}><X size={15} aria-hidden /></ActionIcon>
    </div>
  );
}
