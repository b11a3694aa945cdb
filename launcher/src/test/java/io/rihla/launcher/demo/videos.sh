#!/bin/sh
# Turns every package's picture into a six-second video: a slow approach to the Kaaba.
# Needs ffmpeg; run from the project's root after DemoMediaGeneration.
set -eu
for folder in api-server/src/main/resources/media/packages/*/; do
  ffmpeg -v error -y -loop 1 -i "${folder}picture.jpg" -t 6 \
    -vf "scale=1440:1440,zoompan=z='min(1+0.0016*on,1.22)':x='iw/2-iw/zoom/2':y='(ih-ih/zoom)*0.62':d=150:s=540x540:fps=25,format=yuv420p" \
    -c:v libx264 -preset slow -crf 30 -movflags +faststart -map_metadata -1 -bitexact \
    "${folder}video.mp4"
done
