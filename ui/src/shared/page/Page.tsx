import { Text, Title } from "@mantine/core";
import { useEffect, type ReactNode } from "react";

import { usePast } from "@/api/past";

import { useStudyName } from "./useStudyName";

/** A screen's frame: one heading, what can be done beside it, and the document's title. */
export function Page({ title, about, actions, children, wide = false }: {
  title: string;
  about?: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
  wide?: boolean;
}) {
  usePageTitle(title);
  const past = usePast(useStudyName());
  return (
    <div className="page" style={wide ? { maxWidth: "none" } : undefined}>
      <header className="page-head">
        <Title order={1}>{title}</Title>
        {about !== undefined && <Text c="dimmed">{about}</Text>}
        {actions !== undefined && past === null && <div className="actions">{actions}</div>}
      </header>
      {children}
    </div>
  );
}

/** Names the browser's tab after the screen. */
export function usePageTitle(title: string): void {
  useEffect(() => {
    document.title = `${title} · Trellis`;
  }, [title]);
}
