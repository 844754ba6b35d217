import { lazy, Suspense, type ReactNode } from "react";
import { createBrowserRouter, isRouteErrorResponse, Link, useRouteError } from "react-router";

import { Page } from "@/shared/page/Page";
import { Refused, Waiting } from "@/shared/page/States";

import { SCREENS } from "./screens";
import { Shell } from "./Shell";

const HomeScreen = lazy(() => import("@/features/home/HomeScreen"));
const ManuscriptScreen = lazy(() => import("@/features/manuscript/ManuscriptScreen"));
const ReviewScreen = lazy(() => import("@/features/manuscript/ReviewScreen"));

function Broken() {
  const error = useRouteError();
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
