import "./panel.css";

import { Title } from "@mantine/core";

import { usePast } from "@/api/past";
import { Page } from "@/shared/page/Page";
import { Answered } from "@/shared/page/States";
import { useStudy } from "@/shared/page/useStudyName";
import { useThemes } from "@/shared/themes/useThemes";

import { Pack } from "./components/Pack";
import { NewPoint, Points } from "./components/Points";
import { usePanel } from "./model/usePanel";

/** The panel: the pack that its members read, and what they said, with what was done about it. */
export default function PanelScreen() {
  const study = useStudy();
  const panel = usePanel(study);
  const themes = useThemes(study);
  const reading = usePast(study) !== null;
  return (
    <Page title="Panel" about="People who have lived with what the study is about read chosen themes in plain words, and what they say comes back to the themes.">
      <Pack study={study} themes={themes} />
      <section aria-labelledby="panel-said" className="panel-part">
        <Title order={2} size="h4" id="panel-said">What the panel said</Title>
        {!reading && <NewPoint study={study} themes={themes} panel={panel} />}
        <Answered query={panel.query} what="Reading what the panel said">
          {(points) => <Points study={study} points={points} panel={panel} reading={reading} />}
        </Answered>
      </section>
    </Page>
  );
}
