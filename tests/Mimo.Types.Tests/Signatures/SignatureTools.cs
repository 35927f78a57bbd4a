using System.Text.Json;
using Mimo.Types.Tests.Judging;

namespace Mimo.Types.Tests.Signatures;

/// <summary>Tools as function-calling leaderboards like them: names that are no identifiers, and values that C# would not name so.</summary>
public static partial class SignatureTools
{
    /// <summary>Forecasts the weather of a place.</summary>
    /// <param name="city">The city, as in <c>Lyon</c>.</param>
    /// <param name="country">The country's ISO code.</param>
    /// <param name="days">How many days ahead.</param>
    /// <param name="unit">The unit of temperatures; empty for that of the country.</param>
    [MimoTool("weather-forecast")]
    public static string Forecast(
        [MimoParameter(Name = "location.city")] string city,
        [MimoParameter(Name = "location.country-code")] string country,
        [MimoParameter(Name = "days-ahead")] int days = 3,
        TemperatureUnit unit = TemperatureUnit.Local) => Keep(city, country, days, unit);

    /// <summary>Fetches a page over HTTP.</summary>
    /// <param name="url">What to fetch.</param>
    /// <param name="userAgent">What to say who asks; nothing is said if it is empty.</param>
    /// <param name="timeout">The longest to wait, in seconds.</param>
    /// <param name="secondTry">Whether to try once more.</param>
    /// <param name="headers">Further headers by name.</param>
    [MimoTool("http_fetch")]
    public static string Fetch(
        Uri url,
        [MimoParameter(Name = "User-Agent")] string userAgent = "",
        [MimoParameter(Name = "$timeout")] double? timeout = null,
        [MimoParameter(Name = "2nd_try")] bool secondTry = false,
        Dictionary<string, string>? headers = null) => Keep(url, userAgent, timeout, secondTry, headers);

    /// <summary>Looks for flights.</summary>
    /// <param name="kind">The kind of trip.</param>
    /// <param name="from">The airport of departure.</param>
    /// <param name="to">The airport of arrival.</param>
    /// <param name="departure">The day of departure.</param>
    /// <param name="travellers">Who travels.</param>
    [MimoTool("flights_search")]
    public static string SearchFlights(
        [MimoParameter(Name = "trip type")] TripKind kind, string from, string to, [MimoParameter(Name = "departure-date")] DateOnly departure, Travellers travellers) =>
        Keep(kind, from, to, departure, travellers);

    /// <summary>Queries a table with the options of OData.</summary>
    /// <param name="select">The columns.</param>
    /// <param name="filter">The rows.</param>
    /// <param name="top">The most rows.</param>
    /// <param name="orderBy">The columns to sort by.</param>
    [MimoTool("odata-query")]
    public static string Query(
        [MimoParameter(Name = "$select")] string[] select,
        [MimoParameter(Name = "$filter")] string? filter = null,
        [MimoParameter(Name = "$top")] int top = 100,
        [MimoParameter(Name = "$order-by")] List<SortColumn>? orderBy = null) => Keep(select, filter, top, orderBy);

    /// <summary>Multiplies two matrices.</summary>
    /// <param name="left">The rows of the left one.</param>
    /// <param name="right">The rows of the right one.</param>
    [MimoTool("matrix_multiply")]
    public static string Multiply([MimoParameter(Name = "matrix.A")] double[][] left, [MimoParameter(Name = "matrix.B")] double[][] right) => Keep(left, right);

    /// <summary>Opens a ticket.</summary>
    /// <param name="title">What it is about.</param>
    /// <param name="priority">How urgent it is; empty if nobody has said.</param>
    /// <param name="reporter">Who opens it.</param>
    /// <param name="labels">Labels to put on it.</param>
    [MimoTool("ticket-create")]
    public static string CreateTicket(string title, TicketPriority priority, Reporter reporter, string[]? labels = null) => Keep(title, priority, reporter, labels);

    /// <summary>Plots points.</summary>
    /// <param name="points">Each with two or three coordinates.</param>
    /// <param name="isSpatial">Whether the third coordinate counts.</param>
    /// <param name="title">What stands above the plot.</param>
    /// <param name="ranges">The least and the greatest of each axis.</param>
    [MimoTool("plot_points")]
    public static string Plot(
        IReadOnlyList<IReadOnlyList<double>> points, [MimoParameter(Name = "3d")] bool isSpatial, string title = "", [MimoParameter(Name = "axis.ranges")] int[][]? ranges = null) =>
        Keep(points, isSpatial, title, ranges);

    /// <summary>Sets anything to anything.</summary>
    /// <param name="path">Where it stands.</param>
    /// <param name="value">What to set it to.</param>
    /// <param name="more">What else to set, by where it stands.</param>
    [MimoTool("config_set")]
    public static string Configure([MimoParameter(Name = "path.to.key")] string path, JsonElement value, Dictionary<string, JsonElement>? more = null) => Keep(path, value, more);

    /// <summary>Counts the uses of a generic type, as in &lt;List&lt;T&gt;&gt; &amp; its kin.</summary>
    /// <param name="type">The type, such as <c>Dictionary&lt;TKey, TValue&gt;</c>.</param>
    /// <param name="arguments">What stands for &lt;T&gt;.</param>
    /// <param name="variance">In or out.</param>
    [MimoTool("count_type_uses")]
    public static string CountUses(string type, [MimoParameter(Name = "type-args")] string[] arguments, Variance variance = Variance.None) => Keep(type, arguments, variance);

    /// <summary>Converts an amount of money.</summary>
    /// <param name="amount">How much.</param>
    /// <param name="from">The currency that it is in.</param>
    /// <param name="to">The currency that is wanted.</param>
    /// <param name="on">The day of the rate; today's if absent.</param>
    [MimoTool("currency-convert")]
    public static string Convert(decimal amount, [MimoParameter(Name = "from_currency")] string from, [MimoParameter(Name = "to_currency")] string to, DateOnly? on = null) => Keep(amount, from, to, on);

    /// <summary>Trains a network.</summary>
    /// <param name="layers">Its layers.</param>
    /// <param name="parameters">The learning rate and the like.</param>
    /// <param name="seed">Where chance begins.</param>
    [MimoTool("train_model")]
    public static string Train(List<Layer> layers, [MimoParameter(Name = "hyper-parameters")] Dictionary<string, double> parameters, [MimoParameter(Name = "random.seed")] long seed = -1) => Keep(layers, parameters, seed);

    /// <summary>Sends a message.</summary>
    /// <param name="to">The addresses.</param>
    /// <param name="subject">The subject.</param>
    /// <param name="html">The text in HTML.</param>
    /// <param name="attachment">A file to send with it.</param>
    /// <param name="isUrgent">Whether it is urgent.</param>
    [MimoTool("message_send")]
    public static string Send(
        string[] to,
        string subject = "(no \"subject\")",
        [MimoParameter(Name = "body.html")] string? html = null,
        [MimoParameter(Name = "1st-attachment")] Attachment? attachment = null,
        [MimoParameter(Name = "X-Urgent")] bool? isUrgent = null) => Keep(to, subject, html, attachment, isUrgent);

    /// <summary>Plans a week.</summary>
    /// <param name="slots">The slots of each day.</param>
    /// <param name="zone">The time zone.</param>
    [MimoTool("week-plan")]
    public static string Plan(Dictionary<PlanDay, Slot[]> slots, [MimoParameter(Name = "tz")] string zone = "Europe/Paris") => Keep(slots, zone);

    /// <summary>Walks a tree of folders.</summary>
    /// <param name="root">Where to begin.</param>
    /// <param name="depth">How far down.</param>
    [MimoTool("folders_walk")]
    public static string Walk(FolderNode root, [MimoParameter(Name = "max.depth")] byte depth = 8) => Keep(root, depth);

    /// <summary>Tells the time.</summary>
    [MimoTool("now")]
    public static string Now() => Keep();

    private static string Keep(params object?[] arguments)
    {
        Kept.Value(arguments);
        return "kept";
    }
}
