class ship {
	var x:haxe.io.bytes;
}
