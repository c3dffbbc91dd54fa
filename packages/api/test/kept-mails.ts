import { type ParsedMail, simpleParser } from "mailparser";
import { SMTPServer } from "smtp-server";

/** A mail server on loopback that keeps what it takes, refuses all, or knows no mailbox of some addresses. */
export async function keptMails() {
  const mails: (ParsedMail & { envelope: string })[] = [];
  const state = { refuses: false, taken: 0, unknown: /^$/, refusal: "5.1.1 no such mailbox" };
  const server = new SMTPServer({
    ...{ authOptional: true, disabledCommands: ["STARTTLS", "AUTH"], logger: false },
    onRcptTo({ address }, _, done) {
      if (state.unknown.test(address)) return done(Object.assign(new Error(state.refusal), { responseCode: 550 }));
      done();
    },
    onData(stream, { envelope }, done) {
      simpleParser(stream).then((mail) => {
        state.taken += 1;
        if (state.refuses) return done(new Error("try again later"));
        mails.push(Object.assign(mail, { envelope: envelope.mailFrom === false ? "" : envelope.mailFrom.address }));
        done();
      }, done);
    },
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.server.address() as { port: number };
  const close = () => new Promise<void>((resolve) => server.close(() => resolve()));
  return { mails, state, url: `smtp://127.0.0.1:${port}`, close };
}
