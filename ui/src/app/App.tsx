import { MantineProvider } from "@mantine/core";
import { Notifications } from "@mantine/notifications";
import { MutationCache, QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { RouterProvider } from "react-router";

import { listen, onHappened, refreshOnChange } from "@/api/events";
import { Problem } from "@/api/problem";
import { Commands } from "@/shared/commands/commands";
import { clearDrafts } from "@/shared/drafts/drafts";
import { tellRefusal } from "@/shared/page/tell";

import { OnTop } from "./OnTop";
import { router } from "./router";
import { SignedOut } from "./SignedOut";
import { theme, variables } from "./theme";

function makeCache(): QueryClient {
  return new QueryClient({
    mutationCache: new MutationCache({
      onError: (error, _given, _context, mutation) => {
        if (mutation.meta?.["handled"] !== true) tellRefusal(error);
      },
    }),
    defaultOptions: {
      queries: {
        networkMode: "always",
        staleTime: 30_000,
        refetchOnWindowFocus: false,
        // A refusal stays one; a server that is being restarted is worth another try.
        retry: (tries, error) => !(error instanceof Problem) && tries < 6,
        retryDelay: (tries) => Math.min(300 * 2 ** tries, 4_000),
      },
    },
  });
}

export function App() {
  const [cache] = useState(makeCache);
  useEffect(() => {
    // Words of somebody who withdrew must not wait in a draft.
    const forget = onHappened((happened) => {
      if (happened.action === "participant.withdraw") clearDrafts();
    });
    const stops = [listen(), refreshOnChange(cache), forget];
    return () => {
      for (const stop of stops) stop();
    };
  }, [cache]);
  return (
    <MantineProvider theme={theme} cssVariablesResolver={variables} defaultColorScheme="auto">
      <QueryClientProvider client={cache}>
        <Commands>
          <Notifications position="bottom-right" withinPortal={false} />
          <SignedOut>
            <RouterProvider router={router} />
          </SignedOut>
          <OnTop />
        </Commands>
      </QueryClientProvider>
    </MantineProvider>
  );
}
