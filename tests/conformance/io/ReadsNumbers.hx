import haxe.io.Bytes;
import haxe.io.BytesInput;
import haxe.io.BytesOutput;

class ReadsNumbers {
	static function attempt(name:String, action:() -> Void):Void {
		try {
			action();
			Sys.println(name + ": fine");
		} catch (e:haxe.io.Error) {
			Sys.println(name + ": " + e);
		} catch (e:haxe.io.Eof) {
			Sys.println(name + ": end");
		}
	}

	static function written(bigEndian:Bool):Bytes {
		var out = new BytesOutput();
		out.bigEndian = bigEndian;
		out.writeByte(0x1FF);
		out.writeInt8(-1);
		out.writeInt16(-2);
		out.writeUInt16(0xFEDC);
		out.writeInt24(-3);
		out.writeUInt24(0xFEDCBA);
		out.writeInt32(0x01020304);
		out.writeFloat(1.5);
		out.writeDouble(-0.1);
		out.writeString("né");
		return out.getBytes();
	}

	static function read(bytes:Bytes, bigEndian:Bool):Void {
		var input = new BytesInput(bytes);
		input.bigEndian = bigEndian;
		Sys.println(input.readByte() + " " + input.readInt8());
		Sys.println(input.readInt16() + " " + input.readUInt16());
		Sys.println(input.readInt24() + " " + input.readUInt24());
		Sys.println(input.readInt32());
		Sys.println(input.readFloat() + " " + input.readDouble());
		Sys.println(input.readString(3) + " " + input.position + " of " + input.length);
	}

	static function main():Void {
		for (bigEndian in [false, true]) {
			var bytes = written(bigEndian);
			Sys.println(bytes.toHex());
			read(bytes, bigEndian);
		}
		var out = new BytesOutput();
		attempt("int8 high", () -> out.writeInt8(128));
		attempt("int8 low", () -> out.writeInt8(-129));
		attempt("int8", () -> out.writeInt8(-128));
		attempt("int16 high", () -> out.writeInt16(0x8000));
		attempt("int16 low", () -> out.writeInt16(-0x8001));
		attempt("uint16 high", () -> out.writeUInt16(0x10000));
		attempt("uint16 low", () -> out.writeUInt16(-1));
		attempt("int24 high", () -> out.writeInt24(0x800000));
		attempt("int24 low", () -> out.writeInt24(-0x800001));
		attempt("uint24 high", () -> out.writeUInt24(0x1000000));
		attempt("uint24 low", () -> out.writeUInt24(-1));
		attempt("bytes outside", () -> out.writeBytes(Bytes.alloc(2), 1, 2));
		Sys.println(out.length);

		var input = new BytesInput(Bytes.ofHex("ff80ffffff7f"));
		Sys.println(input.readInt8() + " " + input.readInt8() + " " + input.readInt16());
		attempt("int32 at the end", () -> input.readInt32());
		attempt("byte at the end", () -> input.readByte());
		attempt("start outside", () -> new BytesInput(Bytes.alloc(2), 3));
		attempt("length outside", () -> new BytesInput(Bytes.alloc(2), 1, 2));
		var middle = new BytesInput(Bytes.ofHex("0102030405"), 1, 3);
		Sys.println(middle.length + " " + middle.readByte() + " " + middle.position);
		middle.position = 2;
		Sys.println(middle.readByte());
		middle.position = 99;
		Sys.println(middle.position);
		middle.position = -5;
		Sys.println(middle.position + " " + middle.readByte());
	}
}
