import { BookOpenText, ChartSpline, CircleHelp, Columns3, FileText, FolderInput, Grid3x3, Group, History, Inbox, Layers, LayoutDashboard, ListTree, MessagesSquare, NotebookPen, Quote, Search, Speech, Telescope, Users, type LucideIcon } from "lucide-react";
import { lazy, type ComponentType, type LazyExoticComponent } from "react";

/** A screen of a study: where it is, what it is called, which stage of the method it belongs to. */
export interface Screen {
  /** Path below /s/STUDY/; may hold parameters. */
  path: string;
  /** Absent for screens that are reached from others only. */
  nav?: { label: string; icon: LucideIcon; stage: string; go: string; keys?: string };
  /** Of a screen that is not in the rail and yet in the palette: by which name. */
  found?: { label: string; go: string };
  component: LazyExoticComponent<ComponentType>;
}

/** The stages of the method, as they stand in the rail. */
export const STAGES = ["Set up", "1 Familiarise", "2 Framework", "3 Index", "4 Chart", "5 Interpret", "The record"] as const;

export const SCREENS: readonly Screen[] = [
  {
    path: "",
    nav: { label: "Overview", icon: LayoutDashboard, stage: "Set up", go: "", keys: "g o" },
    component: lazy(() => import("@/features/overview/OverviewScreen")),
  },
  {
    path: "sample",
    nav: { label: "Sample", icon: Users, stage: "Set up", go: "sample", keys: "g a" },
    component: lazy(() => import("@/features/sample/SampleScreen")),
  },
  {
    path: "sources",
    nav: { label: "Sources", icon: FolderInput, stage: "1 Familiarise", go: "sources", keys: "g i" },
    component: lazy(() => import("@/features/sources/SourcesScreen")),
  },
  {
    path: "memos",
    nav: { label: "Memos", icon: NotebookPen, stage: "1 Familiarise", go: "memos", keys: "g d" },
    component: lazy(() => import("@/features/memos/MemosScreen")),
  },
  {
    path: "framework",
    nav: { label: "Framework", icon: ListTree, stage: "2 Framework", go: "framework", keys: "g f" },
    component: lazy(() => import("@/features/framework/FrameworkScreen")),
  },
  {
    path: "read",
    nav: { label: "Read and index", icon: BookOpenText, stage: "3 Index", go: "read", keys: "g r" },
    component: lazy(() => import("@/features/reader/RoomScreen")),
  },
  {
    path: "read/:source",
    component: lazy(() => import("@/features/reader/ReaderScreen")),
  },
  {
    path: "search",
    nav: { label: "Search", icon: Search, stage: "3 Index", go: "search", keys: "g e" },
    component: lazy(() => import("@/features/search/SearchScreen")),
  },
  {
    path: "suggestions",
    found: { label: "Suggestions that wait", go: "suggestions" },
    component: lazy(() => import("@/features/suggestions/SuggestionsScreen")),
  },
  {
    path: "sort",
    nav: { label: "Sort and review", icon: Layers, stage: "3 Index", go: "sort", keys: "g t" },
    component: lazy(() => import("@/features/sort/SortScreen")),
  },
  {
    path: "sort/:theme",
    component: lazy(() => import("@/features/sort/SortScreen")),
  },
  {
    path: "team",
    nav: { label: "Team and rounds", icon: MessagesSquare, stage: "3 Index", go: "team", keys: "g m" },
    component: lazy(() => import("@/features/team/TeamScreen")),
  },
  {
    path: "team/:round",
    component: lazy(() => import("@/features/team/RoundScreen")),
  },
  {
    path: "chart",
    nav: { label: "Chart", icon: Grid3x3, stage: "4 Chart", go: "chart", keys: "g c" },
    component: lazy(() => import("@/features/chart/ChartScreen")),
  },
  {
    path: "chart/case/:case",
    component: lazy(() => import("@/features/chart/CaseChartScreen")),
  },
  {
    path: "queue",
    nav: { label: "Queue", icon: Inbox, stage: "4 Chart", go: "queue", keys: "g q" },
    component: lazy(() => import("@/features/queue/QueueScreen")),
  },
  {
    path: "explore",
    nav: { label: "Explore", icon: ChartSpline, stage: "5 Interpret", go: "explore", keys: "g x" },
    component: lazy(() => import("@/features/explore/ExploreScreen")),
  },
  {
    path: "worksheet",
    nav: { label: "Worksheets", icon: Columns3, stage: "5 Interpret", go: "worksheet", keys: "g w" },
    component: lazy(() => import("@/features/worksheet/WorksheetScreen")),
  },
  {
    path: "worksheet/:theme",
    component: lazy(() => import("@/features/worksheet/WorksheetScreen")),
  },
  {
    path: "typologies",
    nav: { label: "Typologies", icon: Group, stage: "5 Interpret", go: "typologies", keys: "g y" },
    component: lazy(() => import("@/features/typology/TypologyScreen")),
  },
  {
    path: "typologies/:typology",
    component: lazy(() => import("@/features/typology/TypologyScreen")),
  },
  {
    path: "lenses",
    nav: { label: "Lenses", icon: Telescope, stage: "5 Interpret", go: "lenses", keys: "g l" },
    component: lazy(() => import("@/features/lenses/LensesScreen")),
  },
  {
    path: "lenses/:lens",
    component: lazy(() => import("@/features/lenses/LensScreen")),
  },
  {
    path: "findings",
    nav: { label: "Findings", icon: Quote, stage: "5 Interpret", go: "findings", keys: "g n" },
    component: lazy(() => import("@/features/findings/FindingsScreen")),
  },
  {
    path: "findings/:finding",
    component: lazy(() => import("@/features/findings/FindingsScreen")),
  },
  {
    path: "review",
    nav: { label: "Review", icon: CircleHelp, stage: "5 Interpret", go: "review", keys: "g v" },
    component: lazy(() => import("@/features/review/StudyReviewScreen")),
  },
  {
    path: "report",
    nav: { label: "Report", icon: FileText, stage: "5 Interpret", go: "report", keys: "g p" },
    component: lazy(() => import("@/features/report/ReportScreen")),
  },
  {
    path: "panel",
    nav: { label: "Panel", icon: Speech, stage: "5 Interpret", go: "panel", keys: "g j" },
    component: lazy(() => import("@/features/panel/PanelScreen")),
  },
  {
    path: "print/chart",
    component: lazy(() => import("@/features/print/PrintChartScreen")),
  },
  {
    path: "print/source/:source",
    component: lazy(() => import("@/features/print/PrintSourceScreen")),
  },
  {
    path: "print/extracts/:theme",
    component: lazy(() => import("@/features/print/PrintExtractsScreen")),
  },
  {
    path: "history",
    nav: { label: "History", icon: History, stage: "The record", go: "history", keys: "g h" },
    component: lazy(() => import("@/features/history/HistoryScreen")),
  },
  {
    path: "history/audit",
    found: { label: "Audit trail", go: "history/audit" },
    component: lazy(() => import("@/features/history/AuditScreen")),
  },
];
