using System;
using System.Collections.Generic;
using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using System.Threading;
using System.Threading.Tasks;
using Mimo;
using Mimo.Testing;

namespace OldLanguage
{
    internal static class Program
    {
        private static async Task Main()
        {
            var client = new FakeMimo(
                MimoTurn.ToolCall("draw", "{\"shapes\":[{\"kind\":\"circle\",\"radius\":2},{\"kind\":\"square\",\"side\":\"3\"}],\"color\":\"red\"}"),
                MimoTurn.Text("Drawn."),
                MimoTurn.Text("{\"title\":\"Two shapes\",\"scale\":2.5}"),
                MimoTurn.Text("{\"title\":\"Watched\",\"scale\":1}"));
            IArtist artist = IArtist.Create(client);
            Console.WriteLine(await artist.AskAsync("Draw!"));
            Console.WriteLine(Canvas.Drawn);
            Picture picture = await artist.DescribeAsync("the picture");
            Console.WriteLine(picture.Title + " " + picture.Scale);
            string? last = null;
            await foreach (Picture.Draft draft in artist.WatchAsync("the picture"))
            {
                last = draft.Title;
            }

            Console.WriteLine(last);
        }
    }

    [MimoPrompt(Tools = new[] { typeof(Canvas) })]
    public partial interface IArtist
    {
        [UserPrompt("{wish}")]
        Task<string> AskAsync(string wish, CancellationToken cancellationToken = default);

        [SystemPrompt("You describe pictures.\n{{Be brief.}}")]
        [UserPrompt("Describe {what}.")]
        Task<Picture> DescribeAsync(string what, CancellationToken cancellationToken = default);

        [UserPrompt("Describe {what}.")]
        IAsyncEnumerable<Picture.Draft> WatchAsync(string what, CancellationToken cancellationToken = default);
    }

    /// <summary>A picture.</summary>
    [MimoOutput]
    public partial class Picture
    {
        /// <summary>What it is called.</summary>
        [StringLength(40, MinimumLength = 1)]
        public string Title { get; set; } = "";

        [Range(0.1, 10)]
        public double? Scale { get; set; }
    }

    public static partial class Canvas
    {
        public static string Drawn { get; private set; } = "";

        /// <summary>Draws shapes.</summary>
        /// <param name="shapes">What to draw.</param>
        /// <param name="color">In which color.</param>
        /// <param name="opacity">From 0 to 1.</param>
        [MimoTool(Effect = ToolEffect.Idempotent)]
        public static void Draw(IReadOnlyList<Shape> shapes, Color color, decimal opacity = 0.5m)
        {
            Drawn = string.Join(" ", shapes) + " " + color + " " + opacity.ToString(System.Globalization.CultureInfo.InvariantCulture);
        }
    }

    /// <summary>A shape.</summary>
    [JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
    [JsonDerivedType(typeof(Circle), "circle")]
    [JsonDerivedType(typeof(Square), "square")]
    public abstract record Shape;

    public sealed record Circle(int Radius) : Shape;

    public sealed record Square(int Side) : Shape;

    public enum Color
    {
        Red,
        Green,
    }
}
