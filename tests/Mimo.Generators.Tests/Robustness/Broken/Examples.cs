using Mimo;
using System.Collections.Generic;
using System.Threading.Tasks;

public record Trip(string City, int Days, List<Trip>? Stops);

[MimoPrompt]
public partial interface IExamples
{
    [Example] [Example()] [Example(null)] [Example(null!, null!)] [Example(1, 2, 3, 4, 5)] [Example("{", "}")] [UserPrompt("{text}")] Task<Trip> One(string text);
    [Example("a", "{\"city\": 3, \"days\": }")] [Example("a", """{"city": "b", "days": 1e999, "stops": [[[null]]]}""")] [Example("a", "\uD800")] [UserPrompt("{text}")] Task<Trip> Two(string text);
    [Example(new[] { 1, }, typeof(Missing), Missing.Name, (Missing)3, -, "a" +, nameof())] [UserPrompt("{a} {b.Length}")] Task<int[]> Three(int[] a, string b, Missing c);
    [Example("x", ] [UserPrompt("{text")] Task<Missing> Four(string text);
    [Example(1, true)] [UserPrompt("x")] Task Five();
    [Example("a", "b")] [UserPrompt("{text:json}")] MimoRequest Six(Dictionary<Missing, (int, int)> text);
    [Example("a", "b")] Task<string> Seven<T>(ref T text, params object[] rest);
    [Example("a", (object)null!, default, default(Trip), new Trip("a", 1, null))] [UserPrompt("{image} {text}")] IAsyncEnumerable<Trip> Eight(MimoImage image, string text);
    [Example("a")] int Nine { get; }
}

public static partial class ExamplePrompts
{
    [Example("a", "b"), MimoPrompt, UserPrompt("{text}")] public static partial Task<string> One(this IMimoClient client, string text);
    [Example("a", "b")] public static Task<string> Two(string text) => null!;
    [Example("a", "b" MimoPrompt, UserPrompt("{text}")] public static partial Task<> Three(client, text);
}
