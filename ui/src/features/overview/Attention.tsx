import { Text, Title } from "@mantine/core";
import { Link } from "react-router";

import type { components } from "@/api/schema";
import "./overview.css";

type Matter = components["schemas"]["AttentionShown"];

/** Where each matter is attended to, below the study's address. */
const WHERE: Readonly<Record<Matter["matter"], string>> = {
  "assigned to you": "queue",
  assigned: "queue",
  "cells returned to you with a question": "queue",
  "cells returned with a question": "chart?state=returned",
  "codings to allocate": "framework?view=todo&kind=allocate%20coding",
  "codings to check": "framework?view=todo&kind=check%20coding",
  "cells to look at again": "framework?view=todo&kind=check%20cell",
  "sources to read again": "framework?view=todo&kind=read%20source%20again",
  "differences between copies": "history",
  "references that wait for their transcript": "chart",
  "suggestions that wait": "suggestions",
};

/** The same of one thing. */
const ONE: Readonly<Partial<Record<Matter["matter"], string>>> = {
  "cells returned to you with a question": "cell returned to you with a question",
  "cells returned with a question": "cell returned with a question",
  "codings to allocate": "coding to allocate",
  "codings to check": "coding to check",
  "cells to look at again": "cell to look at again",
  "sources to read again": "source to read again",
  "differences between copies": "difference between copies",
  "references that wait for their transcript": "reference that waits for its transcript",
  "suggestions that wait": "suggestion that waits",
};

/** What wants somebody's attention, each with the way to it. */
export function Attention({ study, matters }: { study: string; matters: readonly Matter[] }) {
  return (
    <section aria-labelledby="attention">
      <Title order={2} id="attention" mb="xs">What wants attention</Title>
      {matters.length === 0 ? (
        <Text c="dimmed">Nothing at the moment.</Text>
      ) : (
        <ul className="matters">
          {matters.map(({ matter, count }) => (
            <li key={matter}>
              <Link to={`/s/${encodeURIComponent(study)}/${WHERE[matter]}`}>
                <strong>{count}</strong> {(count === 1 ? ONE[matter] : undefined) ?? matter}
              </Link>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
