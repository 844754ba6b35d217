import { Spotlight, createSpotlight, type SpotlightActionGroupData } from "@mantine/spotlight";
import { Search } from "lucide-react";
import { useEffect, useMemo, useState, useSyncExternalStore } from "react";
import { useNavigate } from "react-router";

import { api } from "@/api/client";

import { useStudyName } from "@/shared/page/useStudyName";
import { TypedAhead } from "@/shared/commands/typedAhead";
import { printedKeys, useAllCommands, useCommands, type Command } from "@/shared/commands/commands";

const [store, palette] = createSpotlight();
const typed = new TypedAhead();

export function openPalette(): void {
  typed.start();
  palette.open();
}

function grouped(commands: readonly Command[]): SpotlightActionGroupData[] {
  const groups = new Map<string, Command[]>();
  for (const command of commands) {
    if (command.sheetOnly === true) continue;
    groups.set(command.group, [...(groups.get(command.group) ?? []), command]);
  }
  return [...groups].map(([group, members]) => ({
    group,
    actions: members.map((command) => ({
      id: command.id,
      label: command.label,
      onClick: command.run,
      ...(command.keys === undefined ? {} : { rightSection: <span className="keys">{printedKeys(command.keys)}</span> }),
    })),
  }));
}

/** The themes, cases and sources of the study, read when the palette is first opened on it. */
function usePlaces(study: string | null, asked: boolean): SpotlightActionGroupData[] {
  const navigate = useNavigate();
  const init = { params: { path: { study: study ?? "" } } };
  const enabled = asked && study !== null;
  const framework = api.useQuery("get", "/api/studies/{study}/framework", init, { enabled });
  const sources = api.useQuery("get", "/api/studies/{study}/reading", init, { enabled });
  const cases = api.useQuery("get", "/api/studies/{study}/cases", init, { enabled });
  return useMemo(() => {
    if (study === null) return [];
    const base = `/s/${encodeURIComponent(study)}`;
    const themes = framework.data?.themes ?? [];
    return [
      {
        group: "Themes: their extracts",
        actions: themes.map((theme) => ({
          id: `theme ${String(theme.k)}`,
          label: `${theme.number} ${theme.name}`,
          onClick: () => void navigate(`${base}/sort/${String(theme.k)}`),
        })),
      },
      {
        group: "Charts",
        actions: themes
          .filter((theme) => theme.depth === 0)
          .map((theme) => ({
            id: `chart ${String(theme.k)}`,
            label: `Chart of ${theme.number} ${theme.name}`,
            onClick: () => void navigate(`${base}/chart?theme=${String(theme.k)}`),
          })),
      },
      {
        group: "Worksheets",
        actions: themes.map((theme) => ({
          id: `worksheet ${String(theme.k)}`,
          label: `Worksheet of ${theme.number} ${theme.name}`,
          onClick: () => void navigate(`${base}/worksheet/${String(theme.k)}`),
        })),
      },
      {
        group: "Cases: their charts",
        actions: (cases.data?.cases ?? []).map((each) => ({
          id: `case ${String(each.k)}`,
          label: `Chart of ${each.name}`,
          onClick: () => void navigate(`${base}/chart/case/${String(each.k)}`),
        })),
      },
      {
        group: "Sources",
        actions: (sources.data ?? []).map((source) => ({
          id: `source ${String(source.k)}`,
          label: source.name,
          onClick: () => void navigate(`${base}/read/${String(source.k)}`),
        })),
      },
    ];
  }, [study, framework.data, sources.data, cases.data, navigate]);
}

/** Chooses the first that fits where what fits was read after the letters were typed; the library does so only as letters come. */
function chooseFirst(): void {
  const list = document.getElementById(store.getState().listId);
  if (list === null || list.querySelector("[data-selected]") !== null) return;
  list.querySelector("[data-action]")?.setAttribute("data-selected", "true");
  store.updateState((state) => ({ ...state, selected: 0 }));
}

/** Ctrl-K: every command, screen, theme, source and case that is known now, found by typing. */
export function Palette() {
  const commands = useAllCommands();
  const [asked, setAsked] = useState(false);
  const query = useSyncExternalStore(typed.subscribe, typed.snapshot);
  useEffect(() => typed.listen(window), []);
  const places = usePlaces(useStudyName(), asked);
  const actions = useMemo(() => [...grouped(commands), ...places], [commands, places]);
  useEffect(() => { if (query.trim() !== "") chooseFirst(); }, [actions, query]);
  useCommands(
    [{ id: "shell.palette", label: "Find anything", group: "View", keys: "$mod+k", whileTyping: true, sheetOnly: false, run: openPalette }],
    [],
  );
  return (
    <Spotlight
      store={store}
      query={query}
      onQueryChange={typed.set}
      clearQueryOnClose={false}
      transitionProps={{ duration: 0 }}
      actions={actions}
      shortcut={null}
      onSpotlightOpen={() => { setAsked(true); }}
      onSpotlightClose={typed.stop}
      nothingFound="Nothing is called that"
      highlightQuery
      limit={40}
      scrollable
      maxHeight={460}
      radius="md"
      title="Find anything"
      searchProps={{ leftSection: <Search size={18} aria-hidden />, placeholder: "A command, theme, source or case", "aria-label": "Find anything", onFocus: typed.stop }}
    />
  );
}
