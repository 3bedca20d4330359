using HelloC;

HelloCLib.Hello("world");
HelloCLib.Whisper($"this is C#, calling the {HelloCLib.LinkMode} library");
