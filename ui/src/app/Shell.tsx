import { useMantineColorScheme } from "@mantine/core";
import { useLocalStorage, useMediaQuery } from "@mantine/hooks";
import { Outlet, useLocation, useNavigate } from "react-router";
import { useEffect, useRef } from "react";

import { useQueueState } from "@/api/writes";
import { useCommands } from "@/shared/commands/commands";
import { useStudyName } from "@/shared/page/useStudyName";

import { Palette } from "./Palette";
import { PastBanner } from "./PastBanner";
import { Rail } from "./Rail";
import { SCREENS } from "./screens";
import { ShortcutsSheet, openShortcuts } from "./ShortcutsSheet";
import { useUndo } from "./useUndo";

function Connection() {
  const { offline, busy, waiting } = useQueueState();
  useEffect(() => {
    if (waiting === 0) return undefined;
    const ask = (event: BeforeUnloadEvent): void => {
      event.preventDefault();
    };
    window.addEventListener("beforeunload", ask);
    return () => {
      window.removeEventListener("beforeunload", ask);
    };
  }, [waiting]);
  return (
    <div role="status" data-waiting={waiting}>
      {(offline || busy) && (
        <div className="strip">
          {offline ? "Trellis cannot be reached." : "Another program is writing to this study, so that it can only be read."}{" "}
          {waiting === 1 ? "One change is" : `${String(waiting)} changes are`} kept here and sent as soon as {offline ? "it answers" : "that program has finished or is closed"};
          leave this page open.
        </div>
      )}
    </div>
  );
}

function ShellCommands({ onFold }: { onFold: () => void }) {
  const navigate = useNavigate();
  const study = useStudyName();
  const { toggleColorScheme } = useMantineColorScheme();
  const { undo, redo } = useUndo(study);
  useCommands(
    [
      { id: "go.home", label: "Your studies", group: "Go to", keys: "g s", run: () => void navigate("/") },
      { id: "go.manuscript", label: "Check a manuscript", group: "Go to", run: () => void navigate("/manuscript") },
      { id: "shell.scheme", label: "Switch between light and dark", group: "View", run: toggleColorScheme },
      { id: "shell.rail", label: "Fold the rail, or open it", group: "View", keys: "$mod+b", whileTyping: true, run: onFold },
      { id: "shell.keys", label: "Keyboard shortcuts", group: "View", keys: "Shift+?", run: openShortcuts },
      ...(study === null
        ? []
        : [
            { id: "history.undo", label: "Undo my last change", group: "History", keys: "$mod+z", changes: true, run: undo },
            { id: "history.redo", label: "Redo what I undid", group: "History", keys: "$mod+Shift+z", changes: true, run: redo },
            ...SCREENS.flatMap(({ nav, found }) =>
              [nav ?? found].flatMap((place) =>
                place === undefined
                  ? []
                  : [
                      {
                        id: `go.${place.go}`,
                        label: place.label,
                        group: "Go to",
                        ...(nav?.keys === undefined ? {} : { keys: nav.keys }),
                        run: () => void navigate(`/s/${encodeURIComponent(study)}/${place.go}`),
                      },
                    ],
              ),
            ),
          ]),
    ],
    [study],
  );
  return null;
}

/** The frame of every screen: the rail with the method's stages, and the screen beside it. */
export function Shell() {
  const isSmall = useMediaQuery("(max-width: 74em)") ?? false;
  const [isFolded, setFolded] = useLocalStorage({ key: "trellis.rail.folded", defaultValue: false, getInitialValueInEffect: false });
  const narrow = isSmall || isFolded;
  const fold = (): void => { setFolded((known) => !known); };
  const main = useRef<HTMLElement>(null);
  const { pathname } = useLocation();
  const before = useRef(pathname);
  useEffect(() => {
    // A new screen begins at its top, for the eye and for the screen reader, unless it has put the cursor somewhere itself.
    const isPlaced = main.current?.contains(document.activeElement) === true;
    if (before.current !== pathname && !isPlaced) main.current?.focus({ preventScroll: true });
    before.current = pathname;
  }, [pathname]);
  return (
    <>
      <a className="skip" href="#screen">
        Skip to the screen
      </a>
      <ShellCommands onFold={fold} />
      <Palette />
      <ShortcutsSheet />
      <div className="shell" data-narrow={narrow}>
        <Rail narrow={narrow} folded={isFolded} onFold={isSmall ? null : fold} />
        <div className="stage">
          <Connection />
          <PastBanner />
          <main className="screen" id="screen" ref={main} tabIndex={-1} style={{ outline: "none" }}>
            <Outlet />
          </main>
        </div>
      </div>
    </>
  );
}
