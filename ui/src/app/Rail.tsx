import { ActionIcon, Tooltip, useMantineColorScheme } from "@mantine/core";
import { Keyboard, Library, Moon, PanelLeftClose, PanelLeftOpen, Search, Sun } from "lucide-react";
import { NavLink, Link } from "react-router";

import { api } from "@/api/client";
import { printedKeys } from "@/shared/commands/commands";
import { useStudyName } from "@/shared/page/useStudyName";

import { openPalette } from "./Palette";
import { SCREENS, STAGES, type Screen } from "./screens";
import { openShortcuts } from "./ShortcutsSheet";

function Entry({ screen, study, narrow }: { screen: Screen; study: string; narrow: boolean }) {
  const { nav } = screen;
  if (nav === undefined) return null;
  const Icon = nav.icon;
  const link = (
    <NavLink className="rail-link" to={`/s/${encodeURIComponent(study)}/${nav.go}`} end={nav.go === ""}>
      <Icon size={17} strokeWidth={1.8} aria-hidden />
      <span className="rail-word">{nav.label}</span>
    </NavLink>
  );
  // A tooltip costs more to draw than the link, and every change of the address draws them all.
  return narrow ? (
    <Tooltip label={nav.label} position="right">
      {link}
    </Tooltip>
  ) : (
    link
  );
}

function Stages({ study, narrow }: { study: string; narrow: boolean }) {
  return STAGES.map((stage) => {
    const here = SCREENS.filter((screen) => screen.nav?.stage === stage);
    if (here.length === 0) return null;
    return (
      <div key={stage} role="group" aria-label={stage}>
        <p className="rail-stage">{stage}</p>
        {here.map((screen) => (
          <Entry key={screen.path} screen={screen} study={study} narrow={narrow} />
        ))}
      </div>
    );
  });
}

function StudyTitle({ study }: { study: string }) {
  const about = api.useQuery("get", "/api/studies/{study}", { params: { path: { study } } });
  return (
    <Link className="rail-study" to={`/s/${encodeURIComponent(study)}/`}>
      {about.data?.title ?? study}
    </Link>
  );
}

/** The stages of the method, and what is always at hand. onFold: null where the window is too small for a wide rail. */
export function Rail({ narrow, folded, onFold }: { narrow: boolean; folded: boolean; onFold: (() => void) | null }) {
  const study = useStudyName();
  const { colorScheme, toggleColorScheme } = useMantineColorScheme();
  const Fold = folded ? PanelLeftOpen : PanelLeftClose;
  const Scheme = colorScheme === "dark" ? Sun : Moon;
  return (
    <nav className="rail" aria-label="Stages of the study">
      {study !== null && <StudyTitle study={study} />}
      <NavLink className="rail-link" to="/" end>
        <Library size={17} strokeWidth={1.8} aria-hidden />
        <span className="rail-word">Your studies</span>
      </NavLink>
      {study !== null && <div className="rail-stages"><Stages study={study} narrow={narrow} /></div>}
      <div className="rail-foot">
        <button className="rail-link" type="button" onClick={openPalette} style={{ border: 0, background: "none", font: "inherit", textAlign: "left" }}>
          <Search size={17} strokeWidth={1.8} aria-hidden />
          <span className="rail-word">Find anything</span>
          <span className="note">{printedKeys("$mod+k")}</span>
        </button>
        <div style={{ display: "flex", gap: "0.25rem", padding: "0 0.3rem", flexWrap: "wrap" }}>
          {onFold !== null && (
            <Tooltip label={`${folded ? "Open the rail" : "Fold the rail"} (${printedKeys("$mod+b")})`}>
              <ActionIcon variant="subtle" color="gray" aria-label="Fold the rail" aria-pressed={folded} onClick={onFold}>
                <Fold size={17} aria-hidden />
              </ActionIcon>
            </Tooltip>
          )}
          <Tooltip label="Keyboard shortcuts (?)">
            <ActionIcon variant="subtle" color="gray" aria-label="Keyboard shortcuts" onClick={openShortcuts}>
              <Keyboard size={17} aria-hidden />
            </ActionIcon>
          </Tooltip>
          <Tooltip label="Light or dark">
            <ActionIcon variant="subtle" color="gray" aria-label="Switch between light and dark" onClick={toggleColorScheme}>
              <Scheme size={17} aria-hidden />
            </ActionIcon>
          </Tooltip>
        </div>
      </div>
    </nav>
  );
}
