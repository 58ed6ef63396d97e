import { Button } from "@/components/ui/button";
import type { ButtonSize, ButtonVariant } from "@/components/ui/button-classes";
import { Checkbox } from "@/components/ui/checkbox";
import { Field } from "@/components/ui/field";
import { Plus } from "@/components/ui/icons";
import { Input } from "@/components/ui/input";
import { LinkButton } from "@/components/ui/link-button";
import { RadioCards } from "@/components/ui/radio-cards";
import { Select } from "@/components/ui/select";
import { Textarea } from "@/components/ui/textarea";
import type { SampleWords } from "./words";

const VARIANTS: readonly ButtonVariant[] = ["primary", "outline", "quiet", "danger"];
const SIZES: readonly ButtonSize[] = ["sm", "md", "lg"];

interface SampleProps {
  words: SampleWords;
  /** Keeps ids and groups of one panel apart from those of another. */
  scope: string;
}

/** Buttons in their looks, sizes and states. */
export function ButtonSamples({ words }: { words: SampleWords }) {
  return (
    <>
      {VARIANTS.map((variant) => (
        <div key={variant} className="flex flex-wrap items-center gap-3">
          <Button variant={variant}>{words.verb}</Button>
          <Button variant={variant} icon={<Plus aria-hidden size={18} />}>
            {words.verb}
          </Button>
          <Button variant={variant} busy>
            {words.busy}
          </Button>
          <Button variant={variant} disabled>
            {words.disabled}
          </Button>
          <Button variant={variant} square aria-label={words.verb}>
            <Plus aria-hidden size={18} />
          </Button>
        </div>
      ))}
      <div className="flex flex-wrap items-center gap-3">
        {SIZES.map((size) => (
          <LinkButton key={size} href="#open" size={size}>
            {words.verb}
          </LinkButton>
        ))}
      </div>
      <Button block>{words.verb}</Button>
    </>
  );
}

/** Fields: plain, with a hint, filled, wrong, and shut. */
export function FieldSamples({ words, scope }: SampleProps) {
  const { label, hint, error, optional, placeholder, value, choices } = words;
  const shared = { label, hint };
  return (
    <>
      <Field {...shared} name={`${scope}-plain`} optional={optional}>
        {(control) => <Input {...control} placeholder={placeholder} />}
      </Field>
      <Field {...shared} name={`${scope}-wrong`} error={error} required>
        {(control) => <Input {...control} defaultValue={value} />}
      </Field>
      <Field label={label} name={`${scope}-affix`}>
        {(control) => (
          <Input {...control} suffix=".archipelago.localhost" defaultValue="kittiwake" dir="ltr" />
        )}
      </Field>
      <Field label={label} name={`${scope}-shut`}>
        {(control) => <Input {...control} defaultValue={value} disabled />}
      </Field>
      <Field label={label} name={`${scope}-choose`}>
        {(control) => (
          <Select {...control}>
            {choices.map((choice) => (
              <option key={choice}>{choice}</option>
            ))}
          </Select>
        )}
      </Field>
      <Field label={label} name={`${scope}-text`} error={error}>
        {(control) => <Textarea {...control} defaultValue={words.text} rows={3} />}
      </Field>
    </>
  );
}

/** Ticks and choices. */
export function ChoiceSamples({ words, scope }: SampleProps) {
  const { label, hint, error, choices } = words;
  return (
    <>
      <Checkbox name={`${scope}-tick`} label={label} hint={hint} />
      <Checkbox name={`${scope}-ticked`} label={label} defaultChecked />
      <Checkbox name={`${scope}-tick-wrong`} label={label} aria-invalid />
      <Checkbox name={`${scope}-tick-shut`} label={label} disabled />
      <RadioCards
        name={`${scope}-cards`}
        legend={label}
        columns={3}
        defaultValue={choices[0]}
        options={choices.map((choice, n) => ({ value: choice, label: choice, hint, disabled: n === 2 }))}
      />
      <RadioCards
        name={`${scope}-cards-wrong`}
        legend={label}
        columns={2}
        error={error}
        options={choices.slice(0, 2).map((choice) => ({ value: choice, label: choice }))}
      />
    </>
  );
}
