// Field: a control with its label, a hint, and what is wrong with it.

import { cloneElement, type ComponentChildren, type JSX } from "preact";
import { useId } from "preact/hooks";

interface FieldProps {
  label: string;
  hint?: ComponentChildren;
  /** What is wrong; the control is then marked as invalid. */
  error?: string | null | undefined;
  /** The one control. */
  children: JSX.Element;
}

/** A labelled control. It gets the id, and is described by the hint and the error. */
export function Field({ label, hint, error, children }: FieldProps) {
  const id = useId();
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(" ");
  const control = cloneElement(children, {
    id,
    "aria-describedby": described || undefined,
    "aria-invalid": error ? "true" : undefined,
  });
  return (
    <div class="field">
      <label for={id}>{label}</label>
      {control}
      {hint && (
        <p class="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {error && (
        <p class="error" id={`${id}-error`}>
          {error}
        </p>
      )}
    </div>
  );
}
