using System.Text.Json;
using System.Text.Json.Serialization;

namespace Mimo.Types.Tests;

/// <summary>Members that are left out of what is written where they say nothing, as System.Text.Json leaves them out.</summary>
public sealed partial class OmissionTests
{
    private static readonly JsonSerializerOptions CamelCase = new() { PropertyNamingPolicy = JsonNamingPolicy.CamelCase };

    private static readonly Sparse[] Values =
    [
        new(),
        new() { Text = "x" },
        new() { Number = 0 },
        new() { Items = [] },
        new() { Count = 1 },
        new() { Maybe = 0 },
        new() { Day = new DateOnly(2026, 11, 28) },
        new() { Name = "" },
        new() { Text = "", Number = 2, Items = [3], Count = -4, Maybe = 5, Day = DateOnly.MaxValue, Name = "y", Always = "z" },
    ];

    [Fact]
    public async Task A_member_is_left_out_where_System_Text_Json_leaves_it_out()
    {
        for (int index = 0; index < Values.Length; index++)
        {
            Assert.Equal(JsonSerializer.Serialize(Values[index], CamelCase), await Tools.Named("sparse").AnswerAsync($$"""{"index":{{index}}}"""));
        }
    }

    [MimoTool("sparse")]
    internal static Sparse GiveSparse(int index) => Values[index];

    public sealed record Sparse
    {
        [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
        public string? Text { get; init; }

        [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
        public int? Number { get; init; }

        [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
        public List<int>? Items { get; init; }

        [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
        public int Count { get; init; }

        [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
        public int? Maybe { get; init; }

        [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
        public DateOnly Day { get; init; }

        [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
        public string? Name { get; init; }

        [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
        public string? Always { get; init; }
    }
}
