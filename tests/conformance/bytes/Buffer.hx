import haxe.io.Bytes;
import haxe.io.BytesBuffer;

class Buffer {
	static function main():Void {
		var b = new BytesBuffer();
		Sys.println(b.length);
		b.addByte(1);
		b.addByte(255);
		b.addByte(0x123);
		Sys.println(b.length + " " + b.getBytes().toHex());
		b = new BytesBuffer();
		b.add(Bytes.ofHex("0a0b0c"));
		b.addBytes(Bytes.ofHex("0102030405"), 1, 3);
		Sys.println(b.getBytes().toHex());
		b = new BytesBuffer();
		b.addString("né");
		b.addInt32(-2);
		b.addInt64(haxe.Int64.make(1, 2));
		b.addFloat(1.5);
		b.addDouble(-2.5);
		Sys.println(b.length);
		Sys.println(b.getBytes().toHex());
		b = new BytesBuffer();
		for (i in 0...10000) b.addByte(i);
		var all = b.getBytes();
		Sys.println(all.length + " " + all.get(9999) + " " + all.get(256));
		b = new BytesBuffer();
		for (i in 0...1000) b.addInt32(i * 1000);
		all = b.getBytes();
		Sys.println(all.length + " " + all.getInt32(999 * 4));
		for (range in [[-1, 1], [0, 4], [3, 1], [2, -1]]) {
			try {
				new BytesBuffer().addBytes(Bytes.alloc(3), range[0], range[1]);
				Sys.println("fine");
			} catch (e:haxe.io.Error) {
				Sys.println(e);
			}
		}
		b = new BytesBuffer();
		b.addBytes(Bytes.alloc(3), 3, 0);
		Sys.println(b.length + " " + b.getBytes().length);
	}
}
