import { Button } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useNavigate } from "react-router";

import { dataOf, http } from "@/api/client";
import { Problem } from "@/api/problem";
import { tellRefusal } from "@/shared/page/tell";

import { lineInWords, withoutCommands } from "./words";

/** Tells why something cannot be taken back: which later change stands in the way, and the way to it in the history. */
export function useCannotUndo(study: string | null) {
  const navigate = useNavigate();
  const show = (later: number): void => {
    notifications.clean();
    void navigate(`/s/${encodeURIComponent(study ?? "")}/history?change=${String(later)}`);
  };
  const inTheWay = async (later: number): Promise<string> => {
    try {
      const line = dataOf(await http.GET("/api/studies/{study}/history/{number}", { params: { path: { study: study ?? "", number: later } } }));
      return `Change ${String(later)} stands in the way: ${line.person} ${lineInWords(line)} later on. Undo that one first.`;
    } catch {
      return `Change ${String(later)} stands in the way. Undo that one first.`;
    }
  };
  return (error: unknown, title = "That cannot be undone now"): void => {
    const later = error instanceof Problem ? error.later : null;
    if (later === null || study === null) {
      tellRefusal(error, title, withoutCommands(error));
      return;
    }
    void inTheWay(later).then((words) => {
      tellRefusal(
        error,
        title,
        <>
          {words}{" "}
          <Button size="compact-sm" variant="default" mt={4} onClick={() => { show(later); }}>Show change {later}</Button>
        </>,
      );
    });
  };
}
