using Mimo;
using Quickstart;

await using Connection connection = await Connection.OpenAsync();
IMiMo mimo = IMiMo.Create(connection.Client);
const string Today = "Tuesday, March 20, 2026";

Show.Heading("1. A question");
MimoResult<string> introduction = await mimo.IntroduceAsync(Today);
Show.Conversation(introduction.Messages);
Show.Usage(introduction.Usage);

Show.Heading("2. The same, streamed");
Show.Conversation(IMiMo.Requests.IntroduceStreamingAsync(Today).Messages);
await Show.StreamAsync(mimo.IntroduceStreamingAsync(Today));

Show.Heading("3. A tool call, thinking, in a conversation that has begun");
var transcript = new MimoTranscript();
transcript.Append(MimoMessage.Assistant(
    "Hello! I am MiMo.",
    reasoning: "Okay, the user just asked me to introduce myself. That is a pretty straightforward request, but I should think about why they are asking this."));
MimoResult<string> weather = await mimo.AskWeatherAsync("Beijing", transcript);
Show.Conversation(weather.Messages);
Show.Usage(weather.Usage);
