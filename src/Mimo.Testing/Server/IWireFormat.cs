using System.Text.Json;
using System.Text.Json.Nodes;
using Mimo.Testing.Conversations;
using Mimo.Testing.Replies;
using Mimo.Testing.Rules;

namespace Mimo.Testing.Server;

/// <summary>One of the two languages the service speaks: how its requests are judged and read, and its answers written.</summary>
internal interface IWireFormat
{
    /// <summary>A header that carries the key in this format only, besides those all formats share; null where there is none.</summary>
    string? OwnKeyHeader { get; }

    /// <summary>Judges the shape of a body; null lets it through to <see cref="Read"/>.</summary>
    ApiError? Check(JsonElement body, MimoStrictness strictness);

    /// <summary>Reads a body that passed; never fails.</summary>
    ChatRequest Read(JsonElement body);

    /// <summary>The body of an answer that is not streamed.</summary>
    byte[] WriteResponse(Reply reply);

    /// <summary>The events of a streamed answer, each as it leaves the server, with its empty line.</summary>
    IEnumerable<byte[]> WriteEvents(Reply reply, ChatRequest request, Dice dice);

    /// <summary>Rewrites a body or an event, errors included, to the letter of the format. See <see cref="MimoServerOptions.StandardizeAnswers"/>.</summary>
    void Standardize(JsonObject body, int status);

    /// <summary>An error in the middle of a stream.</summary>
    byte[] WriteErrorEvent(ApiError error);
}
