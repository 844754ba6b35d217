import { Button } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { History } from "lucide-react";

import { looking, usePast } from "@/api/past";
import { useStudyName } from "@/shared/page/useStudyName";
import { inFull } from "@/shared/page/when";

/** Above every page of a study that is read as it was: which state this is, and the way back to now. */
export function PastBanner() {
  const past = usePast(useStudyName());
  const cache = useQueryClient();
  if (past === null) return null;
  const leave = (): void => {
    looking.set(null);
    void cache.resetQueries();
  };
  return (
    <div className="past" role="status">
      <History size={18} aria-hidden />
      <span>
        <b>The study as it was</b> after change {past.number} ({past.words}), {inFull(past.at)}. Nothing can be changed here.
      </span>
      <Button size="compact-sm" variant="default" onClick={leave}>Back to now</Button>
    </div>
  );
}
