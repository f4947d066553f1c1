import { Button } from '../_ui/button.tsx'
import { TextField } from '../_ui/text-field.tsx'

/** Asks for the room code and leads to the join page; a plain form, so it works before any script has come. */
export function JoinBox() {
  return (
    <form action="/join" noValidate className="mt-2 space-y-4">
      <TextField
        id="code"
        name="code"
        label="Room code"
        hint="Six letters and digits, on the screen or the sheet in the room."
        required
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        enterKeyHint="go"
        className="tally tracking-widest uppercase"
      />
      <Button type="submit">Join with this code</Button>
    </form>
  )
}
