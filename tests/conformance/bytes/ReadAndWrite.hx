import haxe.io.Bytes;

class ReadAndWrite {
	static function attempt(name:String, action:() -> Void):Void {
		try {
			action();
			Sys.println(name + ": fine");
		} catch (e:haxe.io.Error) {
			Sys.println(name + ": " + e);
		}
	}

	static function main():Void {
		var b = Bytes.alloc(16);
		Sys.println(b.length + " " + b.toHex());
		b.set(0, 255);
		b.set(1, 256 + 7);
		b.set(2, -1);
		Sys.println(b.get(0) + " " + b.get(1) + " " + b.get(2) + " " + b.get(3));

		b.setUInt16(4, 0x1234);
		Sys.println(b.getUInt16(4) + " " + b.get(4) + " " + b.get(5));
		b.setUInt16(5, 0xFFFFF);
		Sys.println(b.getUInt16(5) + " " + b.getUInt16(4));
		b.setInt32(7, 0x89ABCDEF);
		Sys.println(b.getInt32(7) == 0x89ABCDEF);
		Sys.println(b.getUInt16(7) + " " + b.get(10));
		b.setInt32(12, -2);
		Sys.println(b.getInt32(12) + " " + b.getUInt16(14));
		Sys.println(b.toHex());

		b.setFloat(1, 1.5);
		Sys.println(b.getFloat(1) + " " + b.getInt32(1));
		b.setFloat(1, 0.1);
		Sys.println(b.getFloat(1) > 0.1 && b.getFloat(1) < 0.1000001);
		b.setFloat(0, 1e300);
		Sys.println(b.getFloat(0) == Math.POSITIVE_INFINITY);
		b.setFloat(0, Math.NaN);
		Sys.println(Math.isNaN(b.getFloat(0)) + " " + b.getInt32(0));
		b.setDouble(3, -0.1);
		Sys.println(b.getDouble(3) == -0.1);
		b.setDouble(0, 123456789.125);
		Sys.println(b.getDouble(0) + " " + b.sub(0, 8).toHex());
		b.setDouble(0, Math.NaN);
		Sys.println(Math.isNaN(b.getDouble(0)));
		b.setDouble(0, Math.NEGATIVE_INFINITY);
		Sys.println((b.getDouble(0) == Math.NEGATIVE_INFINITY) + " " + b.get(7));
		Sys.println(1 / readBack(b, -0.0) < 0);

		b.setInt64(2, haxe.Int64.make(0x01020304, 0x05060708));
		Sys.println(b.sub(2, 8).toHex() + " " + haxe.Int64.toStr(b.getInt64(2)));
		b.setInt64(2, haxe.Int64.ofInt(-3));
		Sys.println(haxe.Int64.toStr(b.getInt64(2)) + " " + b.getInt32(6));

		attempt("last byte", () -> b.set(15, 1));
		attempt("int at end", () -> b.setInt32(12, 1));
		attempt("int past end", () -> b.setInt32(13, 1));
		attempt("read int past end", () -> b.getInt32(13));
		attempt("read int before start", () -> b.getInt32(-1));
		attempt("word past end", () -> b.getUInt16(15));
		attempt("float past end", () -> b.getFloat(13));
		attempt("double past end", () -> b.getDouble(9));
		attempt("double at end", () -> b.setDouble(8, 1));
		attempt("int64 past end", () -> b.getInt64(9));
		attempt("far away", () -> b.getInt32(0x7FFFFFFF));
		attempt("far below", () -> b.setUInt16(0x80000000, 1));

		var sum = 0;
		for (i in 0...b.length) sum += b.get(i);
		Sys.println(sum);
		var data = b.getData();
		Sys.println(Bytes.fastGet(data, 15));
		Bytes.ofData(data).set(15, 77);
		Sys.println(b.get(15));
		Sys.println(Type.getClassName(Type.getClass(b)));
	}

	static function readBack(b:Bytes, v:Float):Float {
		b.setDouble(0, v);
		return b.getDouble(0);
	}
}
