using Mimo.Testing;

namespace CodeReview;

/// <summary>What the local MiMo says about the example, at the speed of a model.</summary>
internal static class Script
{
    public static MimoTurn Example { get; } = MimoTurn.Text("""
        {
          "summary": "The cache does what it says for one caller at a time. Two callers at once can corrupt it, and a slow server blocks all of them.",
          "findings": [
            {
              "line": 13,
              "severity": "High",
              "problem": "'.Result' blocks a thread until the page has come, and deadlocks where there is a synchronization context.",
              "repair": "Make the method 'async Task<string> GetAsync(string url)' and await the call."
            },
            {
              "line": 10,
              "severity": "High",
              "problem": "A Dictionary that several threads write to can lose entries or loop forever.",
              "repair": "Use a ConcurrentDictionary<string, Lazy<Task<string>>>, so that each page is also loaded once only."
            },
            {
              "line": 12,
              "severity": "Medium",
              "problem": "Each miss makes an HttpClient that is never disposed, and with it a connection that stays open.",
              "repair": "Keep one HttpClient for the whole process."
            }
          ],
          "verdict": "RequestChanges"
        }
        """).WithFault(MimoFault.InPieces(512, TimeSpan.FromMilliseconds(4)));
}
