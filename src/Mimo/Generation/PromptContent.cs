using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace Mimo.Generation;

/// <summary>The parts of a user message in the order of its template: texts, and media in place between them. Generated code fills it.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class PromptContent
{
    private readonly List<MimoContent> _parts = [];

    /// <summary>Adds a text; blank ones, as between two images, say nothing and are left out.</summary>
    public PromptContent Add(string text)
    {
        if (!string.IsNullOrWhiteSpace(text))
        {
            _parts.Add(new MimoTextContent(text));
        }

        return this;
    }

    /// <summary>Adds an image, audio or video; null is left out.</summary>
    public PromptContent Add(MimoMedia? media)
    {
        if (media is not null)
        {
            _parts.Add(media);
        }

        return this;
    }

    /// <summary>Adds several images, audios or videos; null ones are left out.</summary>
    public PromptContent Add(IEnumerable<MimoMedia?>? media)
    {
        foreach (MimoMedia? part in media ?? [])
        {
            Add(part);
        }

        return this;
    }

    /// <summary>Adds media that are not trusted, between fences.</summary>
    public PromptContent Add(MimoMedia? media, UntrustedBegin begin) => Add([media], begin);

    /// <inheritdoc cref="Add(MimoMedia?, UntrustedBegin)"/>
    public PromptContent Add(IEnumerable<MimoMedia?>? media, UntrustedBegin begin)
    {
        UntrustedMarker marker = begin.IsExample ? default : UntrustedMarker.Create();
        var text = new DefaultInterpolatedStringHandler(0, 1);
        marker.AppendBegin(ref text);
        Add(text.ToStringAndClear());
        Add(media);
        text = new DefaultInterpolatedStringHandler(0, 1);
        marker.AppendEnd(ref text);
        return Add(text.ToStringAndClear());
    }

    /// <summary>The message.</summary>
    public MimoMessage ToMessage() => MimoMessage.User([.. _parts]);
}
