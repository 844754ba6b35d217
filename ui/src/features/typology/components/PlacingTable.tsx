import { Button, NativeSelect, TextInput } from "@mantine/core";
import { useState } from "react";

import { Problem } from "@/api/problem";
import { Following } from "@/api/resting";
import { Conflict } from "@/shared/page/Conflict";
import { tellRefusal } from "@/shared/page/tell";

import { inOrder, openFirst, remark, standing, unitOf } from "../model/placing";
import type { Dimension, Place, PlacedCase, Typology } from "../model/types";
import type { Working } from "../model/useTypology";

/** Every case with a choice of its value on each dimension; those that are not placed stood first when it was opened. */
export function PlacingTable({ now, working, reading }: { now: Typology; working: Working; reading: boolean }) {
  // The order stays while cases are placed: a row that jumped away would take the keyboard with it.
  const [shown, setShown] = useState(() => openFirst(now.cases).map(unitOf));
  const waiting = now.cases.filter((one) => one.open).length;
  return (
    <>
      <div className="ty-line">
        <p className="ty-facts" role="status">
          {waiting === 0 ? `All ${String(now.cases.length)} cases are placed once on every dimension.` : `${String(waiting)} of ${String(now.cases.length)} cases are not placed once on every dimension.`}
        </p>
        <Button size="compact-sm" variant="subtle" onClick={() => { setShown(openFirst(now.cases).map(unitOf)); }}>Open ones first</Button>
        {!reading && <Button size="compact-sm" variant="default" onClick={() => { working.placeByElements.mutate(null); }}>Place by elements</Button>}
      </div>
      <table className="quiet-table ty-cases">
        <thead>
          <tr>
            <th scope="col">Case</th>
            {now.dimensions.map((dimension) => <th key={dimension.k} scope="col" title={dimension.question}>{dimension.name}</th>)}
          </tr>
        </thead>
        <tbody>
          {inOrder(now.cases, shown).map((one) => <CaseRow key={unitOf(one)} one={one} dimensions={now.dimensions} working={working} reading={reading} />)}
        </tbody>
      </table>
      {now.aside.length > 0 && <Aside now={now} working={working} reading={reading} />}
    </>
  );
}

function CaseRow({ one, dimensions, working, reading }: { one: PlacedCase; dimensions: readonly Dimension[]; working: Working; reading: boolean }) {
  const [reason, setReason] = useState<string | null>(null);
  return (
    <tr>
      <th scope="row">
        {one.name} {one.open && <span className="ty-mark">open</span>}
        {!reading && reason === null && <div><Button size="compact-xs" variant="subtle" color="gray" aria-label={`Set aside: ${one.name}`} onClick={() => { setReason(""); }}>Set aside</Button></div>}
        {reason !== null && (
          <form className="ty-name" onSubmit={(event) => { event.preventDefault(); if (reason.trim() !== "") working.setAside.mutate({ case: one.case, wave: one.wave, reason, rev: 0 }); }}>
            <TextInput size="xs" autoFocus aria-label={`Why ${one.name} cannot be placed`} placeholder="Why it cannot be placed" value={reason} onChange={(event) => { setReason(event.currentTarget.value); }} onKeyDown={(event) => { if (event.key === "Escape") setReason(null); }} />
            <Button size="compact-sm" type="submit" disabled={reason.trim() === ""}>Set aside</Button>
            <Button size="compact-sm" variant="subtle" color="gray" onClick={() => { setReason(null); }}>Not now</Button>
          </form>
        )}
      </th>
      {dimensions.map((dimension, at) => {
        const place = one.places[at];
        return <td key={dimension.k}>{place !== undefined && <PlaceChoice one={one} dimension={dimension} place={place} working={working} reading={reading} />}</td>;
      })}
    </tr>
  );
}

function PlaceChoice({ one, dimension, place, working, reading }: { one: PlacedCase; dimension: Dimension; place: Place; working: Working; reading: boolean }) {
  const twice = place.values.length > 1;
  const said = remark(dimension, place);
  const [odds, setOdds] = useState<{ mine: number | null; theirs: Place | null } | null>(null);
  const [following] = useState(() => new Following());
  const put = async (value: number | null, seen: number): Promise<void> => {
    setOdds(null);
    try {
      await working.place.mutateAsync({ case: one.case, wave: one.wave, dimension: dimension.k, value, base: following.begin("", seen) });
    } catch (error) {
      if (error instanceof Problem && error.slug === "outdated") setOdds({ mine: value, theirs: error.current as Place | null });
      else tellRefusal(error, "The case was not placed");
    } finally {
      following.end("");
    }
  };
  const choose = (given: string): void => {
    if (given !== "twice") void put(given === "" ? null : Number(given), odds === null ? place.rev : (odds.theirs?.rev ?? 0));
  };
  return (
    <>
      <NativeSelect
        size="xs"
        aria-label={`${dimension.name} of ${one.name}`}
        disabled={reading}
        value={twice ? "twice" : String(place.values[0] ?? "")}
        onChange={(event) => { choose(event.currentTarget.value); }}
      >
        {twice && <option value="twice">on two values</option>}
        <option value="">not placed</option>
        {dimension.values.map((value) => <option key={value.k} value={String(value.k)}>{value.name}</option>)}
      </NativeSelect>
      {odds !== null && (
        <Conflict
          what="place" theirs={standing(dimension, odds.theirs?.values ?? [])} mine={standing(dimension, odds.mine === null ? [] : [odds.mine])}
          onMine={() => { void put(odds.mine, odds.theirs?.rev ?? 0); }} onTheirs={() => { setOdds(null); }}
        />
      )}
      {said !== "" && <p className={twice ? "ty-mark" : "ty-said"}>{said}</p>}
    </>
  );
}

function Aside({ now, working, reading }: { now: Typology; working: Working; reading: boolean }) {
  return (
    <section aria-label="Set aside">
      <h3>Set aside</h3>
      <ul className="ty-aside">
        {now.aside.map((one) => (
          <li key={unitOf(one)}>
            <span><b>{one.name}</b>: {one.reason}</span>
            {!reading && <Button size="compact-xs" variant="default" aria-label={`Place after all: ${one.name}`} onClick={() => { working.setAside.mutate({ case: one.case, wave: one.wave, reason: null, rev: one.rev }); }}>Place after all</Button>}
          </li>
        ))}
      </ul>
    </section>
  );
}
