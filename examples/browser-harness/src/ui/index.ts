// UI: the parts that every tab is made of.

export { Code } from "./code.tsx";
export { CopyButton } from "./copy-button.tsx";
export { Field } from "./field.tsx";
export { Notice } from "./notice.tsx";
export { TabPanel, Tabs } from "./tabs.tsx";
export { Wait } from "./wait.tsx";
