import { Button, Menu, Pill } from "@mantine/core";
import { ListFilter } from "lucide-react";

import { useFilters } from "./useFilters";

/** One thing a list can be narrowed by: its name in the address, its label, and what can be chosen. */
export interface Facet {
  name: string;
  label: string;
  choices: readonly { value: string; label: string; count?: number }[];
}

/** What a list is narrowed to, said in words, each with a way to take it off; and a menu to add more. */
export function FilterChips({ facets }: { facets: readonly Facet[] }) {
  const filters = useFilters();
  const chosen = facets.flatMap((facet) =>
    filters.values(facet.name).map((value) => ({ facet, value, label: facet.choices.find((each) => each.value === value)?.label ?? value })),
  );
  return (
    <div className="chips" role="group" aria-label="Filters">
      {facets.map((facet) => (
        <Menu key={facet.name} closeOnItemClick={false} position="bottom-start">
          <Menu.Target>
            <Button size="compact-sm" variant="default" leftSection={<ListFilter size={14} aria-hidden />}>
              {facet.label}
            </Button>
          </Menu.Target>
          <Menu.Dropdown mah={360} style={{ overflowY: "auto" }}>
            {facet.choices.map((choice) => {
              const on = filters.values(facet.name).includes(choice.value);
              return (
                <Menu.CheckboxItem
                  key={choice.value}
                  checked={on}
                  onChange={() => { filters.toggle(facet.name, choice.value); }}
                  rightSection={choice.count === undefined ? null : <span>{choice.count}</span>}
                >
                  {choice.label}
                </Menu.CheckboxItem>
              );
            })}
          </Menu.Dropdown>
        </Menu>
      ))}
      {chosen.map(({ facet, value, label }) => (
        <Pill
          key={`${facet.name}=${value}`}
          withRemoveButton
          removeButtonProps={{ "aria-label": `Remove filter ${facet.label}: ${label}`, tabIndex: 0, "aria-hidden": false }}
          onRemove={() => { filters.toggle(facet.name, value); }}
        >
          {facet.label}: {label}
        </Pill>
      ))}
      {chosen.length > 1 && (
        <Button size="compact-sm" variant="subtle" onClick={filters.clear}>
          Clear all
        </Button>
      )}
    </div>
  );
}
