import { lazy, Suspense, useState, type ReactNode } from "react";
import { createBrowserRouter, isRouteErrorResponse, Link, useRouteError } from "react-router";

import { Page } from "@/shared/page/Page";
import { Refused, Waiting } from "@/shared/page/States";

import { SCREENS } from "./screens";
import { Shell } from "./Shell";

const HomeScreen = lazy(() => import("@/features/home/HomeScreen"));
const ManuscriptScreen = lazy(() => import("@/features/manuscript/ManuscriptScreen"));
const ReviewScreen = lazy(() => import("@/features/manuscript/ReviewScreen"));

/** A part of the pages that is not there any more: Trellis was renewed while the tab was open. */
const RENEWED = /dynamically imported module|module script failed/i;
const RELOADED = "reloaded for";

/** Reads the page again, once for a place; whether it does. */
function readsAgain(error: unknown): boolean {
  if (!(error instanceof Error) || !RENEWED.test(error.message)) return false;
  if (sessionStorage.getItem(RELOADED) === location.href) return false;
  sessionStorage.setItem(RELOADED, location.href);
  location.reload();
  return true;
}

function Broken() {
  const error = useRouteError();
  const [again] = useState(() => readsAgain(error));
  if (again) return <Waiting what="Reading the page again" />;
  const missing = isRouteErrorResponse(error) && error.status === 404;
  return (
    <Page title={missing ? "There is no such page" : "This screen broke"}>
      {!missing && <Refused error={error} title="Nothing was lost; what was answered is on disk" />}
      <p>
        <Link to="/">Go to your studies</Link>
      </p>
    </Page>
  );
}

function waited(node: ReactNode) {
  return <Suspense fallback={<Waiting />}>{node}</Suspense>;
}

export const router = createBrowserRouter([
  {
    element: <Shell />,
    errorElement: <Broken />,
    children: [
      { path: "/", element: waited(<HomeScreen />) },
      { path: "/manuscript", element: waited(<ManuscriptScreen />), errorElement: <Broken /> },
      { path: "/manuscript/:check", element: waited(<ReviewScreen />), errorElement: <Broken /> },
      ...SCREENS.map(({ path, component: Component }) => ({ path: `/s/:study/${path}`, element: waited(<Component />), errorElement: <Broken /> })),
    ],
  },
]);
